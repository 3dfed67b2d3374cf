package io.duly.matching;

import io.duly.matching.Token.Role;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words that say what the number behind them is, in the languages of Europe's payers. */
final class Wording {
  private static final Map<String, Role> ROLES = new HashMap<>();
  /** Say nothing by themselves: what stands before them counts. */
  private static final Set<String> NEUTRAL =
      Set.of("NR", "NRN", "NO", "NOS", "NUM", "NUMBER", "NUMBERS", "NUMMER", "NUMMERN", "NUMERO", "N", "NRO", "REF", "UND",
          "AND", "ET", "EN", "E", "Y", "OG", "OCH", "JA", "BIS", "TO", "AU", "TOT", "TM", "T", "M", "ID", "S", "U", "VOM", "VON", "DU", "DEL", "OF", "DATED", "UEBER", "UBER");

  static {
    put(Role.INVOICE, "RE RG RNR RN RGNR RENR RECH RECHN RECHNR RECHNUNG RECHNUNGEN RECHNUNGSNR RECHNUNGSNUMMER INV INVOICE INVOICES INVS INVNO"
        + " FACTURE FACTURES FACT FACTUUR FACTUREN FACTUURNR FACTURA FACTURAS FATTURA FATTURE FT FATT FAKTURA FAKTURY FAKT FV FA BILL LASKU"
        + " NOTA BELEG BELEGNR DOC DOCUMENT RF FAKTNR FAKTURANR REMIT");
    put(Role.ORDER, "ORDER ORDERID ORDERNO ORDERNR PO BESTELLUNG BEST BESTELLNR BESTNR AUFTRAG AUFTR AUFTRAGSNR BESTELNR COMMANDE CDE ORDINE PEDIDO"
        + " TILAUS ORDRE LIEFERSCHEIN LS LIEFERSCHEINNR VERTRAG VERTRAGS VERTRAGSNR CONTRACT CONTRAT MANDAT MREF KREF CRED EREF POLICE POLICY"
        + " TRANSACTION TRANSACTIENR TRANSACTIONID DELIVERY PROJEKT PROJECT");
    put(Role.CUSTOMER, "KD KDNR KUNDE KUNDEN KUNDENNR KUNDENNUMMER KUNDENNUM CUSTOMER CUST CUSTNO CLIENT KLANT KLANTNR DEB DEBITOR DEBITOREN DEBITORENNR CUSNO"
        + " DEBNR DEBITEUR KUNDNR ASIAKAS CLIENTE KNR");
    put(Role.OTHER, "TEL TELEFON FON PHONE MOBIL MOBILE FAX IBAN KONTO KTO ACCOUNT ACCT REK REKENING BLZ BIC STEUERNUMMER STEUERNR STNR TAX UID VAT BTW"
        + " USTID MWST DATUM DATE TIME UHR PLZ KARTE CARD TAN");
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

  static boolean neutral(String word) {
    return NEUTRAL.contains(word);
  }
}
