package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;

import java.util.List;

/** Ways to break breathing space. */
final class HardshipBreakages {
  private static final String SPACE = "'00000000-0000-0000-0017-0000000000a1'";
  private static final String TOLD = "insert into hardship.telling (space_id, creditor_id, debtor_id, recorded_by, told_by, words, consent_on, consent_by, consent_how, withdrawn_on, withdrawn_recorded_by)";

  private HardshipBreakages() {}

  static List<Breakage> all() {
    return List.of(
        seenBy("space-held", space("2026-03-05", "null", "null")),
        seenBy("space-contact", space("2026-03-01", "'2026-03-30'", "'duly'")),
        seenBy(
            "space-accrual",
            space("2026-02-20", "'2026-03-02'", "'duly'"),
            "insert into ledger.charge (id, creditor_id, debtor_id, invoice_id, kind, currency, amount, from_day, to_day, rule, statute, section, source, computed, posted_on, actor)"
                + " values (gen_random_uuid(), $Brightwell, $alder, $invoiceA1, 'interest', 'EUR', 500, '2026-03-01', '2026-03-01', 'X', 'Act', 's. 1', 'a book', 'so much', '2026-03-01', 'duly')"),
        seenBy(
            "words-without-consent",
            "alter table hardship.telling drop constraint kept_with_consent",
            space("2026-03-05", "'2026-03-30'", "'duly'"),
            TOLD + " values (" + SPACE + ", $Brightwell, $alder, 'person:ada', 'call', 'I am ill.', null, null, null, null, null)"),
        seenBy(
            "words-without-consent",
            "alter table hardship.telling drop constraint kept_with_consent",
            space("2026-03-05", "'2026-03-30'", "'duly'"),
            TOLD + " values (" + SPACE + ", $Brightwell, $alder, 'person:ada', 'call', 'I am ill.', '2026-03-05', 'Ada', 'call', '2026-03-06', 'person:ada')"));
  }

  /** @param endedOn and by whom, as SQL */
  private static String space(String since, String endedOn, String endedBy) {
    return "insert into hardship.space (id, creditor_id, debtor_id, since, until, review_on, statutory, charges_rest, hold_id, recorded_by, recorded_at, ended_on, ended_by)"
        + " values (" + SPACE + ", $Brightwell, $alder, '" + since + "', '2026-04-10', '2026-04-01', false, true, $holdOfDebtor, 'duly', '" + since + " 08:00Z', " + endedOn + ", " + endedBy + ")";
  }
}
