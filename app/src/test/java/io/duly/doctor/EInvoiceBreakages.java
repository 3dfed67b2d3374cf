package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;

import java.util.ArrayList;
import java.util.List;

/** Ways to break what is kept of electronic invoices. */
final class EInvoiceBreakages {
  private static final String ARCHIVED =
      """
      insert into journal.document (sha256, bytes, media_type, name, archived_at)
      values (sha256('e'), 'e', 'application/xml', 'e.xml', '2026-03-01')
      """;
  private static final String SEEN = "insert into journal.document_scope (sha256, creditor_id) values (sha256('e'), $Brightwell)";
  private static final String COLUMNS =
      """
      insert into einvoice.e_invoice (id, creditor_id, file_id, debtor_id, invoice_id, credit_note_id, number, type_code, kind, syntax, issued_on,
        due_on, currency, total, prepaid, payable, seller, buyer, original, content, claim, taken_at, preceding)
      """;
  private static final String INVOICE =
      COLUMNS
          + """
          values ('00000000-0000-0000-0015-0000000000a1', $Brightwell, '00000000-0000-0000-000b-000000000001', $alder, $invoiceA1, null, 'A1', '380',
            'invoice', 'UBL', '2026-01-28', '2026-02-28', '%s', %d, 0, %d, 'Brightwell', 'Alder', sha256('e'), sha256('a'), sha256('a'), '2026-03-01', '{}')
          """;
  private static final String RIGHT = INVOICE.formatted("EUR", 10000, 10000);
  private static final String ALIKE =
      COLUMNS
          + """
          values ('00000000-0000-0000-0015-0000000000a2', $Brightwell, '00000000-0000-0000-000b-000000000001', $alder, $invoiceA2, null, 'A2', '380',
            'invoice', 'UBL', '2026-02-01', '2026-03-01', 'EUR', 5000, 0, 5000, 'Brightwell', 'Alder', sha256('e'), sha256('b'), sha256('b'), '2026-03-01', '{}')
          """;
  private static final String LOOKALIKE =
      """
      insert into einvoice.lookalike (document_id, earlier_id, creditor_id, why, found_at)
      values ('00000000-0000-0000-0015-0000000000a2', '00000000-0000-0000-0015-0000000000a1', $Brightwell, 'alike', '2026-03-01')
      """;
  private static final String CREDIT =
      COLUMNS
          + """
          values ('00000000-0000-0000-0015-0000000000a3', $Brightwell, '00000000-0000-0000-000b-000000000001', $alder, null, $creditNote, 'N1', '381',
            'credit_note', 'UBL', '2026-02-27', '2026-02-27', 'EUR', 1500, 0, 1500, 'Brightwell', 'Alder', sha256('e'), sha256('c'), sha256('c'), '2026-03-01', '{%s}')
          """;
  private static final String BY_ITSELF = "update ledger.posting set why = 'the credit note names the invoice' where id = $credited";

  private EInvoiceBreakages() {}

  static List<Breakage> all() {
    return List.of(
        seenBy("einvoice-original", ARCHIVED, RIGHT),
        broken("einvoice-original", RIGHT,
            "insert into einvoice.attachment (document_id, position, creditor_id, name, media_type, archived)"
                + " values ('00000000-0000-0000-0015-0000000000a1', 1, $Brightwell, 'a.pdf', 'application/pdf', sha256('lost'))"),
        broken("einvoice-payable", INVOICE.formatted("EUR", 10000, 9000)),
        broken("einvoice-payable", INVOICE.formatted("EUR", 9000, 10000)),
        broken("einvoice-in-books", INVOICE.formatted("USD", 10000, 10000)),
        broken("einvoice-in-books", INVOICE.formatted("EUR", 9999, 9999)),
        broken("einvoice-in-books", CREDIT.formatted("A1"), "update einvoice.e_invoice set total = 1400, payable = 1400"),
        broken("einvoice-credits", CREDIT.formatted("B1"), BY_ITSELF),
        broken("einvoice-lookalike", RIGHT, ALIKE, LOOKALIKE),
        broken("einvoice-lines", RIGHT,
            "insert into einvoice.line (document_id, position, creditor_id, text) values ('00000000-0000-0000-0015-0000000000a1', 1, $Harbour, 'paper')"),
        seenBy("append-only-trigger", "drop trigger append_only on einvoice.e_invoice"),
        seenBy("append-only-grants", "grant update (payable) on einvoice.e_invoice to duly_app"));
  }

  private static Breakage broken(String check, String... sql) {
    var all = new ArrayList<>(List.of(ARCHIVED, SEEN));
    all.addAll(List.of(sql));
    return seenBy(check, all.toArray(String[]::new));
  }
}
