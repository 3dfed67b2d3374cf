package io.duly.desk.outbox;

import io.duly.kernel.CreditorId;
import io.duly.kernel.MessageId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;

/** Other words that somebody is writing for a message that waits, saved as they are typed. */
record OtherWords(String subject, String text, Instant savedAt) {
  private static final String SAVE =
      """
      insert into correspondence.reword_draft (message_id, writer, creditor_id, subject, body, saved_at) values (?, ?, ?, ?, ?, ?::timestamptz)
      on conflict (message_id, writer) do update set subject = excluded.subject, body = excluded.body, saved_at = excluded.saved_at
      """;
  private static final String THIS = " from correspondence.reword_draft where message_id = ? and writer = ?";

  static Optional<OtherWords> of(DSLContext tx, MessageId id, String writer) {
    return tx.fetchOptional("select subject, body, saved_at" + THIS, id.value(), writer)
        .map(row -> new OtherWords(row.get("subject", String.class), row.get("body", String.class), row.get("saved_at", OffsetDateTime.class).toInstant()));
  }

  static void save(DSLContext tx, MessageId id, CreditorId creditor, String writer, String subject, String text, Instant now) {
    tx.execute(SAVE, id.value(), writer, creditor.value(), subject, text, now.atOffset(ZoneOffset.UTC).toString());
  }

  static void drop(DSLContext tx, MessageId id, String writer) {
    tx.execute("delete" + THIS, id.value(), writer);
  }
}
