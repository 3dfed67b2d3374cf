package io.duly.correspondence.letter;

import io.duly.wording.Language;

/** The headings of a Swiss QR bill, in the languages that the guidelines give them in; others take the English ones. */
enum SwissWords {
  RECEIPT("Receipt", "Empfangsschein", "Récépissé"),
  PAYMENT("Payment part", "Zahlteil", "Section paiement"),
  ACCOUNT("Account / Payable to", "Konto / Zahlbar an", "Compte / Payable à"),
  REFERENCE("Reference", "Referenz", "Référence"),
  MESSAGE("Additional information", "Zusätzliche Informationen", "Informations supplémentaires"),
  PAYER("Payable by", "Zahlbar durch", "Payable par"),
  NO_PAYER("Payable by (name/address)", "Zahlbar durch (Name/Adresse)", "Payable par (nom/adresse)"),
  CURRENCY("Currency", "Währung", "Monnaie"),
  AMOUNT("Amount", "Betrag", "Montant"),
  ACCEPTANCE("Acceptance point", "Annahmestelle", "Point de dépôt"),
  SEPARATE("Separate before paying in", "Vor der Einzahlung abzutrennen", "À détacher avant le versement");

  private final String english;
  private final String german;
  private final String french;

  SwissWords(String english, String german, String french) {
    this.english = english;
    this.german = german;
    this.french = french;
  }

  String in(Language language) {
    return switch (language) {
      case DE -> german;
      case FR -> french;
      case EN, NL, ES -> english;
    };
  }
}
