package io.duly.noise;

/** Words of eight languages. */
final class Phrases {
  private static final String[][] INVOICE = {
    {"Rechnung", "Rechn.", "RG", "Re-Nr.", "Rechnungsnummer", "Beleg", "unsere Zahlung zu Rechnung"},
    {"invoice", "Inv.", "INV#", "Invoice number", "inv nr", "payment of invoice", "bill no."},
    {"facture", "Fact.", "facture n°", "FACT", "règlement facture", "n/ref facture"},
    {"factuur", "fact.", "factuurnr.", "betaling factuur", "factuurnummer"},
    {"fattura", "Fatt. n.", "ft", "saldo fattura", "pagamento fattura n."},
    {"lasku", "laskun nro", "laskunumero", "lasku nro"},
    {"faktura", "Faktura nr", "fakt.", "fakturanr", "fakturanummer"},
    {"faktura VAT", "FV", "faktura nr", "zapłata za fakturę", "za fakturę"}};
  private static final String[] DATED = {"vom", "dated", "du", "d.d.", "del", "pvm", "av", "z dnia"};
  private static final String[] AND = {" und ", " and ", " et ", " en ", " e ", " ja ", " och ", " i "};
  private static final String[] TO = {" bis ", " to ", " au ", " t/m ", " - ", "-", " - ", " - "};
  private static final String[] CUSTOMER = {"Kundennr.", "customer no", "client", "klantnr", "cod. cliente", "asiakasnro", "kundnr", "nr klienta"};
  private static final String[] ORDER = {"Bestellung", "PO", "commande", "bestelling", "ordine", "tilaus", "order", "zamówienie"};
  private static final String[] VAGUE = {"Danke", "payment", "règlement", "betaling", "pagamento", "maksu", "betalning", "zapłata"};

  private final Dice dice;

  Phrases(Dice dice) {
    this.dice = dice;
  }

  String invoice(int tongue) {
    return dice.of(INVOICE[tongue]);
  }

  static String dated(int tongue) {
    return DATED[tongue];
  }

  static String and(int tongue) {
    return AND[tongue];
  }

  static String to(int tongue) {
    return TO[tongue];
  }

  static String customer(int tongue) {
    return CUSTOMER[tongue];
  }

  static String order(int tongue) {
    return ORDER[tongue];
  }

  static String vague(int tongue) {
    return VAGUE[tongue];
  }
}
