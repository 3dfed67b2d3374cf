package io.duly.correspondence.sending;

import static io.duly.database.jooq.correspondence.Tables.MESSAGE_TEXT;

import io.duly.cases.Recorded;
import io.duly.database.jooq.correspondence.tables.records.MessageTextRecord;
import io.duly.kernel.MessageId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** The texts that people wrote or approved. A new one is a new version; those of words that were replaced since do not count. */
final class Texts {
  private static final Condition OF_THESE_WORDS =
      DSL.condition(
          "message_text.version > coalesce((select o.after_text from correspondence.own_words o where o.message_id = message_text.message_id"
              + " order by o.version desc limit 1), 0)");

  private Texts() {}

  static Optional<ComposedText> latest(DSLContext tx, MessageId message) {
    return tx.selectFrom(MESSAGE_TEXT)
        .where(MESSAGE_TEXT.MESSAGE_ID.eq(message.value()), OF_THESE_WORDS)
        .orderBy(MESSAGE_TEXT.VERSION.desc())
        .limit(1)
        .fetchOptional(Texts::text);
  }

  /** Of the latest text, where a person wrote it. */
  static Optional<String> author(DSLContext tx, MessageId message) {
    return tx.select(MESSAGE_TEXT.WRITTEN_BY)
        .from(MESSAGE_TEXT)
        .where(MESSAGE_TEXT.MESSAGE_ID.eq(message.value()), OF_THESE_WORDS)
        .orderBy(MESSAGE_TEXT.VERSION.desc())
        .limit(1)
        .fetchOptional(MESSAGE_TEXT.WRITTEN_BY)
        .filter(by -> !by.equals(Recorded.DULY));
  }

  static void keep(DSLContext tx, Waiting message, ComposedText text, String by, Instant now) {
    var id = message.id().value();
    var last = tx.select(DSL.max(MESSAGE_TEXT.VERSION)).from(MESSAGE_TEXT).where(MESSAGE_TEXT.MESSAGE_ID.eq(id)).fetchOne(0, Integer.class);
    var row = tx.newRecord(MESSAGE_TEXT);
    row.setMessageId(id);
    row.setVersion(last == null ? 1 : last + 1);
    row.setCreditorId(message.creditor().value());
    row.setSubject(text.subject());
    row.setPlain(text.plain());
    row.setHtml(text.html().orElse(null));
    row.setSha256(text.hash().bytes());
    row.setWrittenBy(by);
    row.setWrittenAt(now.atOffset(ZoneOffset.UTC));
    row.insert();
  }

  private static ComposedText text(MessageTextRecord row) {
    return new ComposedText(row.getSubject(), row.getPlain(), Optional.ofNullable(row.getHtml()));
  }
}
