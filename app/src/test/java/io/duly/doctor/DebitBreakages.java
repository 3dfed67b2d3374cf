package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;

import java.util.List;

/** What can be wrong with direct debits. */
final class DebitBreakages {
  private static final String END_TO_END = "DD-ABCDEFGHIJKLMNOPABCD";
  private static final String MANDATE =
      """
      insert into agreements.mandate (id, creditor_id, debtor_id, reference, scheme, holder, iban, signed_on, recorded_on, recorded_at, recorded_by)
      select '00000000-0000-0000-0022-0000000000b1', p.creditor_id, p.debtor_id, 'M-1', 'core', 'B', 'DE89370400440532013000', '2026-03-01', '2026-03-01', '2026-03-01 09:00Z', 'person:ada' from agreements.plan p
      """;
  private static final String FILE =
      """
      insert into debits.file (id, creditor_id, message, currency, collections, total, content, made_on, made_at, made_by)
      select '00000000-0000-0000-0023-0000000000b1', p.creditor_id, 'DULY-1', 'EUR', 1, 4000, 'x', '2026-03-03', '2026-03-03 09:00Z', 'person:ada' from agreements.plan p
      """;
  private static final String COLLECTION =
      """
      insert into debits.collection (id, file_id, creditor_id, debtor_id, case_id, plan_id, nth, mandate_id, currency, amount, collect_on, end_to_end)
      select '00000000-0000-0000-0024-0000000000b1', '00000000-0000-0000-0023-0000000000b1', p.creditor_id, p.debtor_id, p.case_id, p.id, 1, '00000000-0000-0000-0022-0000000000b1', 'EUR', 4000,
             '2026-03-20', '%s' from agreements.plan p
      """.formatted(END_TO_END);

  private DebitBreakages() {}

  static List<Breakage> all() {
    var written = Breakages.another("$case2", "debit-ordered", END_TO_END);
    return List.of(
        seenBy("debit-file", MANDATE, FILE, COLLECTION, written, "update debits.file set total = 4001"),
        seenBy("debit-file", MANDATE, FILE, COLLECTION, written, "update debits.collection set withdrawn = true"),
        seenBy("debit-once", MANDATE, FILE.replace("4000", "4001"), COLLECTION.replace("4000", "4001"), written),
        seenBy("debit-entry", MANDATE, FILE, COLLECTION));
  }
}
