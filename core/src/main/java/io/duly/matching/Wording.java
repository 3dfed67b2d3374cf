package io.duly.matching;

import io.duly.matching.Token.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that say what the number behind them is, in the languages of Europe's payers. */
final class Wording {
  private static final int SURELY_A_WORD = 4;

  private static final Map<String, Role> ROLES = new HashMap<>();
  /** Say nothing by themselves: what stands before them counts. */
  private static final Set<String> NEUTRAL =
      Set.of("NR", "NRN", "NO", "NOS", "NUM", "NUMBER", "NUMBERS", "NUMMER", "NUMMERN", "NUMERO", "N", "NRO", "REF", "UND",
          "AND", "ET", "EN", "E", "Y", "OG", "OCH", "JA", "BIS", "TO", "AU", "TOT", "TM", "T", "M", "ID", "S", "U", "VOM", "VON", "DU", "DEL", "OF", "DATED", "UEBER", "UBER", "PVM", "AV", "DNIA", "Z", "ZA", "DD", "D", "FOR");

  static {
    put(Role.INVOICE, "RE RG RNR RN RGNR RENR RECH RECHN RECHNR RECHNUNG RECHNUNGEN RECHNUNGSNR RECHNUNGSNUMMER INV INVOICE INVOICES INVS INVNO"
        + " FACTURE FACTURES FACT FACTUUR FACTUREN FACTUURNR FACTURA FACTURAS FATTURA FATTURE FT FATT FAKTURA FAKTURY FAKT FV FA BILL LASKU"
        + " NOTA BELEG BELEGNR DOC DOCUMENT RF FAKTNR FAKTURANR REMIT LASKUN LASKUNUMERO LASKUNRO FAKTURANUMMER FACTUURNUMMER FATTURAN FAKTURE FAKTUR FAKTUREN FACTURAN"
        + " REGNING REGNINGSNR FATURA ARVE RACUN SZAMLA SZAMLASZAM REKINS SASKAITA INVOICENO INVOICENR INVNR");
    put(Role.ORDER, "ORDER ORDERID ORDERNO ORDERNR PO BESTELLUNG BEST BESTELLNR BESTNR AUFTRAG AUFTR AUFTRAGSNR BESTELNR COMMANDE CDE ORDINE PEDIDO"
        + " TILAUS ORDRE LIEFERSCHEIN LS LIEFERSCHEINNR VERTRAG VERTRAGS VERTRAGSNR CONTRACT CONTRAT MANDAT MREF KREF CRED EREF POLICE POLICY"
        + " TRANSACTION TRANSACTIENR TRANSACTIONID DELIVERY PROJEKT PROJECT BESTELLING BESTELLNUMMER BESTALLNING ZAMOWIENIE ZAMOWIENIA OBJEDNAVKA RENDELES ENCOMENDA"
        + " ORDERNUMMER AUFTRAGSNUMMER POLIZZA POLIS CASSA");
    put(Role.CUSTOMER, "KD KDNR KUNDE KUNDEN KUNDENNR KUNDENNUMMER KUNDENNUM CUSTOMER CUST CUSTNO CLIENT KLANT KLANTNR DEB DEBITOR DEBITOREN DEBITORENNR CUSNO"
        + " DEBNR DEBITEUR KUNDNR ASIAKAS CLIENTE KNR ASIAKASNRO ASIAKASNUMERO KLIENTA KLIENT KLANTNUMMER KUNDNUMMER KUNDENUMMER KUNDENUMMERN");
    put(Role.OTHER, "TEL TELEFON FON PHONE MOBIL MOBILE FAX IBAN KONTO KTO ACCOUNT ACCT REK REKENING BLZ BIC STEUERNUMMER STEUERNR STNR TAX UID VAT BTW"
        + " USTID MWST DATUM DATE TIME UHR PLZ KARTE CARD TAN PNR PERSONALNR PERSNR");
  }

  private Wording() {}

  private static void put(Role role, String words) {
    for (var word : words.split(" ", -1)) {
      ROLES.put(word, role);
    }
  }

  static @Nullable Role role(String word) {
    return ROLES.get(word);
  }

  /** The tax that an invoice shows is a part of its name in some languages: {@code faktura VAT 12}. */
  static @Nullable Role role(String word, String before) {
    return word.equals("VAT") && ROLES.get(before) == Role.INVOICE ? Role.INVOICE : ROLES.get(word);
  }

  /** Whether letters that a number is written together with are a word for an invoice, or end in one. */
  static boolean invoice(String letters) {
    if (ROLES.get(letters) == Role.INVOICE) {
      return true;
    }
    for (int from = 1; from <= letters.length() - SURELY_A_WORD; from++) {
      if (ROLES.get(letters.substring(from)) == Role.INVOICE) {
        return true;
      }
    }
    return false;
  }

  /** Whether letters before a number say nothing but that a number follows. */
  static boolean leads(String letters) {
    return invoice(letters) || letters.equals("VAT") || letters.length() > 1 && neutral(letters);
  }

  static boolean neutral(String word) {
    return NEUTRAL.contains(word);
  }
}
