package io.duly.correspondence.sending;

import io.duly.correspondence.template.HandWritten;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.MessageId;
import io.duly.strategy.Decision;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;

/** What people wrote by hand, kept as they wrote it; the last version is in force. */
final class OwnWords {
  private OwnWords() {}

  static Optional<HandWritten> of(DSLContext tx, Waiting message) {
    return tx.fetchOptional("select subject, body from correspondence.own_words where message_id = ? order by version desc limit 1", message.id().value())
        .map(row -> new HandWritten(
            row.get("subject", String.class), row.get("body", String.class),
            message.send().lines().stream().map(Decision.Line::invoice).map(InvoiceId::new).collect(Collectors.toSet())));
  }

  static Optional<String> author(DSLContext tx, MessageId message) {
    return tx.fetchOptional("select written_by from correspondence.own_words where message_id = ? order by version desc limit 1", message.value()).map(row -> row.get(0, String.class));
  }

  static void keep(DSLContext tx, Waiting message, HandWritten words, String by, Instant now) {
    tx.execute(
        """
        insert into correspondence.own_words (message_id, version, after_text, creditor_id, subject, body, written_by, written_at)
        select m.id, 1 + coalesce((select max(version) from correspondence.own_words where message_id = m.id), 0),
               coalesce((select max(version) from correspondence.message_text where message_id = m.id), 0), ?, ?, ?, ?, ?::timestamptz
          from correspondence.message m where m.id = ?
        """,
        message.creditor().value(), words.subject().strip(), words.text(), by, now.atOffset(ZoneOffset.UTC).toString(), message.id().value());
  }
}
