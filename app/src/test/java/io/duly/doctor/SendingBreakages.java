package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;

import java.util.List;

/** Ways to break what is known of messages that left. */
final class SendingBreakages {
  private SendingBreakages() {}

  static List<Breakage> all() {
    return List.of(
        seenBy("sent-copy", "delete from journal.document_scope where sha256 = (select document from correspondence.attempt)"),
        seenBy("sent-answer", "delete from correspondence.attempt_end"),
        seenBy("sent-answer", "delete from correspondence.attempt_end where outcome = 'arrived'"),
        seenBy("sending-held", "update correspondence.message set state = 'sending', sent_on = null where id = $mailed"),
        seenBy(
            "uncertain-told",
            "update correspondence.message set state = 'uncertain' where id = $mailed",
            "delete from correspondence.attempt_end where outcome = 'arrived'"),
        seenBy("attempts-counted", "update correspondence.attempt set nth = 2"),
        seenBy("approved-first", "update correspondence.message set approval = 'needed' where id = $mailed"),
        seenBy(
            "approved-first",
            "update correspondence.message set approval = 'given', approved_by = 'person:ada', approved_at = now(), approved_text = sha256('x')"
                + " where id = $mailed"),
        seenBy(
            "paused-stays",
            "insert into correspondence.pause (id, why, since, placed_by) values (gen_random_uuid(), 'x', '2026-03-01', 'person:ada')"),
        seenBy(
            "delivery-entry",
            "update correspondence.message set state = 'bounced' where id = $mailed",
            "update correspondence.attempt_end set outcome = 'bounced' where outcome = 'arrived'"),
        seenBy("creditor-of-case", "update correspondence.attempt set creditor_id = $Harbour"));
  }
}
