package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;

import java.util.List;

/** Ways to break what the contact ledger knows of instants, outcomes and wishes. */
final class ContactBreakages {
  private ContactBreakages() {}

  static List<Breakage> all() {
    return List.of(
        seenBy(
            "contact-day",
            "alter table correspondence.contact drop constraint day_is_local",
            "update correspondence.contact set at = '2026-03-03 23:30Z', zone = 'Europe/Berlin' where id = $call"),
        seenBy(
            "contact-outcome",
            "insert into correspondence.contact_outcome (id, contact_id, creditor_id, kind, connected, recorded_by, recorded_at)"
                + " values (gen_random_uuid(), $call, $Brightwell, 'written', true, 'person:ada', '2026-03-03 10:00Z')"),
        seenBy(
            "contact-outcome",
            "insert into correspondence.contact_outcome (id, contact_id, creditor_id, kind, connected, recorded_by, recorded_at)"
                + " values (gen_random_uuid(), $call, $Harbour, 'attempt', true, 'person:ada', '2026-03-03 10:00Z')"),
        seenBy(
            "stop-honoured",
            "insert into correspondence.stated_wish (id, creditor_id, debtor_id, kind, received_at, words, recorded_by, recorded_at)"
                + " values (gen_random_uuid(), $Brightwell, $alder, 'stop', '2026-03-03 08:00Z', 'stop', 'person:ada', '2026-03-03 08:00Z')",
            "update correspondence.contact set at = '2026-03-03 10:00Z', zone = 'Europe/Berlin', purpose = 'chase' where id = $call"),
        seenBy(
            "rolling-caps",
            "update parties.debtor set kind = 'consumer', country = 'US', region = 'MA' where id = $birch",
            calls("'2026-03-10'", "'2026-03-12'", "'2026-03-16'")),
        seenBy(
            "rolling-caps",
            "update parties.debtor set kind = 'unknown', country = 'US', region = 'NY', city = 'Brooklyn' where id = $birch",
            calls("'2026-09-01'", "'2026-09-03'", "'2026-09-05'", "'2026-09-07'")),
        seenBy(
            "creditor-of-debtor",
            wish(),
            "update correspondence.stated_wish set creditor_id = $Harbour"),
        seenBy(
            "creditor-of-debtor",
            "insert into correspondence.dead_address (id, creditor_id, debtor_id, address, why, since)"
                + " values (gen_random_uuid(), $Harbour, $birch, 'x@y.example', 'no such box', '2026-03-03 08:00Z')"),
        seenBy("append-only-grants", "grant delete on correspondence.stated_wish to duly_app"),
        seenBy("append-only-grants", "grant update (words) on correspondence.stated_wish to duly_app"),
        seenBy("actors-known", wish(), "update correspondence.stated_wish set recorded_by = 'person:eve'"));
  }

  private static String wish() {
    return "insert into correspondence.stated_wish (id, creditor_id, debtor_id, kind, received_at, words, recorded_by, recorded_at)"
        + " values (gen_random_uuid(), $Brightwell, $birch, 'represented', '2026-03-20 08:00Z', 'my lawyer', 'person:ada', '2026-03-20 08:00Z')";
  }

  private static String calls(String... days) {
    return "insert into correspondence.contact (id, creditor_id, debtor_id, case_id, direction, channel, day, at, zone, kind, purpose)"
        + " select gen_random_uuid(), $Brightwell, $birch, $case2, 'out', 'call', day, day + time '15:00', 'UTC', 'attempt', 'chase'"
        + " from unnest(array[" + String.join(", ", days) + "]::date[]) day";
  }
}
