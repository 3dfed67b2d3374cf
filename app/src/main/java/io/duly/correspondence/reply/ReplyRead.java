package io.duly.correspondence.reply;

import io.duly.journal.Sha256;
import io.duly.kernel.CaseId;
import io.duly.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads replies, with the eyes of whoever's transaction it is. */
final class ReplyRead {
  private static final int BEGINNING = 200;
  private static final String REPLIES =
      """
      select r.*, c.number, c.currency, p.name as creditor, d.name as debtor,
             (select coalesce(sum(i.gross), 0) from ledger.invoice i where i.debtor_id = c.debtor_id and i.currency = c.currency and i.issued_on <= ?::date)
               - (select coalesce(sum(g.amount), 0) from ledger.posting g where g.debtor_id = c.debtor_id and g.currency = c.currency and g.effective_on <= ?::date) as owed,
             array(select s.word from correspondence.reply_suggestion s where s.reply_id = r.id order by s.sort = 'wish', s.nth) as may,
             (select count(*) from correspondence.reply_attachment a where a.reply_id = r.id)::int as files
        from correspondence.reply r
        left join cases.recovery_case c on c.id = r.case_id
        left join parties.creditor p on p.id = r.creditor_id
        left join parties.debtor d on d.id = r.debtor_id
      """;

  private static final String AFTER_OPEN =
      "(not r.urgent, r.received_at, r.id) > (select not l.urgent, l.received_at, l.id from correspondence.reply l where l.id = ?::uuid)";
  private static final String AFTER = "(r.received_at, r.id) < (select l.received_at, l.id from correspondence.reply l where l.id = ?::uuid)";

  private ReplyRead() {}

  /** @param after the last that was read before; empty to begin with the first */
  static List<ReplyLine> list(DSLContext tx, Replies.Shelf shelf, Optional<UUID> after, int most, LocalDate day) {
    var where =
        switch (shelf) {
          case WAITING -> "r.state = 'waiting'";
          case UNMATCHED -> "r.state = 'unmatched'";
          case AUTOMATIC -> "r.state = 'noted'";
          case DONE -> "r.state = 'settled'";
          case ALL -> "true";
        };
    boolean open = shelf == Replies.Shelf.WAITING || shelf == Replies.Shelf.UNMATCHED;
    var sql = REPLIES + " where " + where + " and (?::uuid is null or " + (open ? AFTER_OPEN : AFTER) + ") order by " + (open ? "r.urgent desc, r.received_at, r.id" : "r.received_at desc, r.id desc") + " limit ?";
    return tx.fetch(sql, day, day, after.orElse(null), after.orElse(null), most).map(ReplyRead::line);
  }

  static Optional<Reply> one(DSLContext tx, UUID id, LocalDate day) {
    return tx.fetchOptional(REPLIES + " where r.id = ?", day, day, id)
        .map(row -> reply(row, suggested(tx, id, "meaning"), suggested(tx, id, "wish"), attachments(tx, id)));
  }

  static <E extends Enum<E>> E word(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }

  private static List<Reply.Suggested> suggested(DSLContext tx, UUID id, String sort) {
    return tx.fetch("select word, cause, words from correspondence.reply_suggestion where reply_id = ? and sort = ? order by nth", id, sort)
        .map(row -> new Reply.Suggested(row.get("word", String.class), Optional.ofNullable(row.get("cause", String.class)), row.get("words", String.class)));
  }

  private static List<Reply.Attachment> attachments(DSLContext tx, UUID id) {
    return tx.fetch("select nth, name, media_type, bytes, document from correspondence.reply_attachment where reply_id = ? order by nth", id)
        .map(row ->
            new Reply.Attachment(
                row.get("nth", Integer.class), row.get("name", String.class), row.get("media_type", String.class), row.get("bytes", Long.class),
                Sha256.ofDigest(row.get("document", byte[].class))));
  }

  private static ReplyLine line(Record row) {
    var words = row.get("words", String.class).replaceAll("\\s+", " ");
    return new ReplyLine(
        row.get("id", UUID.class),
        word(Reply.Kind.class, row.get("kind", String.class)),
        word(Reply.State.class, row.get("state", String.class)),
        instant(row, "received_at").orElseThrow(),
        Optional.ofNullable(row.get("case_id", UUID.class)).map(CaseId::new),
        Optional.ofNullable(row.get("number", Long.class)),
        text(row, "creditor"),
        text(row, "debtor"),
        text(row, "currency").map(currency -> Money.ofMinor(row.get("owed", Long.class), currency)),
        text(row, "sender"),
        row.get("sender_name", String.class),
        row.get("sender_known", Boolean.class),
        row.get("subject", String.class),
        Plain.line(words, BEGINNING),
        List.of(row.get("may", String[].class)),
        text(row, "why"),
        row.get("urgent", Boolean.class),
        row.get("files", Integer.class));
  }

  private static Reply reply(Record row, List<Reply.Suggested> suggestions, List<Reply.Suggested> wishes, List<Reply.Attachment> attachments) {
    return new Reply(
        line(row), row.get("words", String.class), text(row, "message_id"), instant(row, "written_at"), row.get("taken_by", String.class),
        List.of(row.get("matched_by", String[].class)), text(row, "back_on"), text(row, "substitute"), suggestions, wishes, attachments,
        Sha256.ofDigest(row.get("document", byte[].class)), settled(row));
  }

  private static Optional<Reply.Settled> settled(Record row) {
    return text(row, "settled_by")
        .map(by ->
            new Reply.Settled(
                Arrays.asList(row.get("reading", String[].class)), row.get("our_words", String.class), text(row, "followed"), by,
                instant(row, "settled_at").orElseThrow()));
  }

  private static Optional<String> text(Record row, String column) {
    return Optional.ofNullable(row.get(column, String.class));
  }

  private static Optional<Instant> instant(Record row, String column) {
    return Optional.ofNullable(row.get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
  }
}
