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
            "update correspondence.contact set at = '2026-03-03 10:00Z', zone = 'Europe/Berlin', purpose = 'chase' where id = $call"));
  }
}
