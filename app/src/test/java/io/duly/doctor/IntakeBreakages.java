package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;

import java.util.List;

/** Ways to break what is kept of files that were taken in. */
final class IntakeBreakages {
  private static final String FILE =
      """
      insert into intake.file (id, creditor_id, sha256, name, kind, format, imported_at, imported_by, rows, imported, duplicates, quarantined)
      values ('00000000-0000-0000-000b-0000000000f1', $Harbour, sha256('x'), 'x.csv', 'invoices', 'csv', '2026-03-01', 'file:x.csv', 1, 0, 0, 1)
      """;
  private static final String ROW =
      """
      insert into intake.quarantine (id, creditor_id, file_id, line, code, message, raw, %s)
      values (gen_random_uuid(), $Harbour, '00000000-0000-0000-000b-0000000000f1', 2, 'date', 'no date', 'a;b', '2026-03-02')
      """;
  private static final String MENDING =
      """
      insert into intake.mending (id, creditor_id, quarantine_id, done_at, done_by, raw_before, outcome)
      select gen_random_uuid(), creditor_id, id, '2026-03-02', 'person:anna', raw, 'taken' from intake.quarantine
      """;

  private IntakeBreakages() {}

  static List<Breakage> all() {
    return List.of(
        seenBy("mended-rows", FILE, ROW.formatted("mended_at")),
        seenBy("mended-rows", FILE, ROW.formatted("discarded_at")),
        seenBy("mended-rows", FILE, ROW.formatted("mended_at"), MENDING, "update intake.quarantine set mended_at = null"),
        seenBy("append-only-trigger", "drop trigger append_only on intake.mending"),
        seenBy("append-only-grants", "grant update (message) on intake.mending to duly_app"));
  }
}
