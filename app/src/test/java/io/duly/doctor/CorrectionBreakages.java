package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;

import java.util.List;
import java.util.stream.Stream;

/** For each check of what was our mistake a way to break the world that it alone sees. */
final class CorrectionBreakages {
  private static final String BEFORE_THE_CASE = "2026-02-15";

  private CorrectionBreakages() {}

  static List<Breakage> all() {
    return List.of(
        seenBy("duplicate-credited", duplicate("$invoiceA2", "$invoiceA1", "'duplicate'", "'2026-02-15'")),
        seenBy("duplicate-held", duplicate("$invoiceA1", "$invoiceA2", "null", "null")),
        seenBy(
            "correction-fits",
            """
            insert into corrections.correction (credit_note_id, creditor_id, debtor_id, invoice_id, reason, why, corrected_on, corrected_by, recorded_at)
            values ($creditNote, $Brightwell, $birch, $invoiceA1, 'other', 'x', '2026-03-01', 'person:ada', now())
            """),
        seenBy("duplicate-entry", credited("$invoiceA2", 5000, "$invoiceA1", "2026-03-04")),
        seenBy(
            "duplicate-charges",
            Stream.concat(
                    Stream.of(credited("$invoiceA2", 5000, "$invoiceA1", BEFORE_THE_CASE)),
                    Stream.of(
                        """
                        insert into ledger.charge (id, creditor_id, debtor_id, invoice_id, kind, currency, amount, from_day, to_day, rule, statute,
                          section, source, computed, lines, posted_on, actor)
                        values (gen_random_uuid(), $Brightwell, $alder, $invoiceA2, 'compensation', 'EUR', 500, '2026-03-02', '2026-03-02', 'X', 'Act', 's. 1',
                          'a book', 'so much', '[]', '2026-03-02', 'duly')
                        """))
                .toArray(String[]::new)),
        seenBy("draft-of-duplicate", credited("$invoiceB1", 8000, "$invoiceB2", BEFORE_THE_CASE)));
  }

  /** A duplicate that is credited in full, as it should be. */
  private static String[] credited(String invoice, long amount, String earlier, String decidedOn) {
    var debtor = invoice.startsWith("$invoiceA") ? "$alder" : "$birch";
    return new String[] {
      "insert into ledger.credit_note (id, creditor_id, debtor_id, number, currency, amount, issued_on, used_up) values"
          + " ('00000000-0000-0000-0003-0000000000e1', $Brightwell, " + debtor + ", 'N9', 'EUR', " + amount + ", '2026-03-05', true)",
      "insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, credit_note_id, amount, effective_on, actor) values"
          + " (gen_random_uuid(), $Brightwell, " + debtor + ", " + invoice + ", 'EUR', 'credit_note', '00000000-0000-0000-0003-0000000000e1', " + amount
          + ", '2026-03-05', 'person:ada')",
      "update ledger.invoice set settled_on = '2026-03-05' where id = " + invoice,
      duplicate(invoice, earlier, "'duplicate'", "'" + decidedOn + "'")
    };
  }

  private static String duplicate(String invoice, String earlier, String decision, String decidedOn) {
    var by = decision.equals("null") ? "null, null, null" : "'person:ada', now(), 'x'";
    var debtor = invoice.startsWith("$invoiceA") ? "$alder" : "$birch";
    return """
        insert into corrections.possible_duplicate (id, creditor_id, debtor_id, invoice_id, earlier_id, why, found_on, found_by, found_at, decision,
          decided_on, decided_by, decided_at, decided_why)
        values (gen_random_uuid(), $Brightwell, %s, %s, %s, 'same amount', '2026-02-14', 'duly', now(), %s, %s::date, %s)
        """
        .formatted(debtor, invoice, earlier, decision, decidedOn, by);
  }
}
