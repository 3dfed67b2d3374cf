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

/** What people wrote by hand, kept as they wrote it. */
final class OwnWords {
  private OwnWords() {}

  static Optional<HandWritten> of(DSLContext tx, Waiting message) {
    return tx.fetchOptional("select subject, body from correspondence.own_words where message_id = ?", message.id().value())
        .map(row -> new HandWritten(
            row.get("subject", String.class), row.get("body", String.class),
            message.send().lines().stream().map(Decision.Line::invoice).map(InvoiceId::new).collect(Collectors.toSet())));
  }

  static Optional<String> author(DSLContext tx, MessageId message) {
    return tx.fetchOptional("select written_by from correspondence.own_words where message_id = ?", message.value()).map(row -> row.get(0, String.class));
  }

  static void keep(DSLContext tx, Waiting message, HandWritten words, String by, Instant now) {
    tx.execute(
        "insert into correspondence.own_words (message_id, creditor_id, subject, body, written_by, written_at) values (?, ?, ?, ?, ?, ?::timestamptz)",
        message.id().value(), message.creditor().value(), words.subject().strip(), words.text(), by, now.atOffset(ZoneOffset.UTC).toString());
  }
}
