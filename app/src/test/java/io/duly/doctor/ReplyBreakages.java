package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;

import java.util.List;
import java.util.Set;

/** Ways to break what is known of replies. */
final class ReplyBreakages {
  private static final String REPLY = "'00000000-0000-0000-0017-0000000000b2'";

  private ReplyBreakages() {}

  static List<Breakage> all() {
    return List.of(
        seenBy("reply-held", "update correspondence.reply set state = 'waiting', hold_id = $holdOfCase"),
        seenBy(
            "reply-read",
            "update cases.hold set kind = 'reply', until = '2026-03-03', lifted_on = null, lifted_by = null where id = $holdOfDebtor"),
        seenBy(Set.of("reply-read", "task-entry"), "update cases.task set kind = 'reply', why = 'read the reply' where id = $task"),
        seenBy(
            Set.of("reply-read", "hold-entry"),
            "insert into cases.hold (id, creditor_id, debtor_id, kind, why, since, placed_by)"
                + " values (gen_random_uuid(), $Brightwell, $alder, 'reply', 'x', '2026-03-05', 'duly')"),
        seenBy(
            "reply-copy",
            "insert into correspondence.reply_attachment (reply_id, nth, name, media_type, bytes, document) values (" + REPLY
                + ", 1, 'x', 'text/plain', 1, sha256('gone'))"),
        seenBy(Set.of("reply-copy", "reply-entry"), "update correspondence.reply set document = sha256('gone')"),
        seenBy(
            "reply-wish",
            "insert into correspondence.reply_suggestion (reply_id, nth, sort, word, words) values (" + REPLY + ", 1, 'wish', 'all', 'stop')"),
        seenBy("reply-entry", "update correspondence.reply set document = (select sha256 from journal.document where name = 'letter.txt')"),
        seenBy(
            "reply-entry",
            "update correspondence.reply set state = 'settled', reading = '{nothing}', our_words = 'x', settled_by = 'person:ada', settled_at = '2026-03-04 09:00Z'"),
        seenBy("reply-of-creditor", "update correspondence.reply set debtor_id = $alder"));
  }
}
