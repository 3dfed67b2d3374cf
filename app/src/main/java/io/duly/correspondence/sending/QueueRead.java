package io.duly.correspondence.sending;

import io.duly.journal.Sha256;
import io.duly.kernel.CaseId;
import io.duly.kernel.MessageId;
import io.duly.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads what the queue shows. */
final class QueueRead {
  private static final String MESSAGES =
      """
      select m.id, m.case_id, c.number, r.name as creditor, d.name as debtor, m.channel, m.step, m.state, m.approval, m.planned_on, m.currency,
             (select sum(a) from unnest(m.amounts) a)::bigint as asked, m.not_before,
             case when m.state = 'withdrawn' then m.withdrawn_why
                  when m.state = 'checked' and m.approval = 'needed' then m.approval_why
                  when m.state = 'checked' then m.waits_why
                  else (select e.answer from correspondence.attempt a join correspondence.attempt_end e on e.attempt_id = a.id
                    where a.message_id = m.id order by e.ended_at desc, e.id desc limit 1) end as why
        from correspondence.message m
        join cases.recovery_case c on c.id = m.case_id
        join parties.creditor r on r.id = m.creditor_id
        join parties.debtor d on d.id = m.debtor_id
      """;
  private static final String TRIED =
      """
      select a.nth, a.started_at, a.way, a.known_as, a.recipient, a.document, e.outcome, e.answer from correspondence.attempt a
        left join lateral (select outcome, answer from correspondence.attempt_end e where e.attempt_id = a.id
          order by e.ended_at desc, e.id desc limit 1) e on true
       where a.message_id = ? order by a.nth
      """;

  private QueueRead() {}

  static List<Queued> list(DSLContext tx, Queue.Shelf shelf, int most) {
    var where =
        switch (shelf) {
          case WAITING -> "m.state in ('checked', 'sending')";
          case APPROVAL -> "m.state = 'checked' and m.approval = 'needed'";
          case UNCERTAIN -> "m.state = 'uncertain'";
          case TROUBLE -> "m.state in ('uncertain', 'failed', 'bounced')";
          case SENT -> "m.state in ('sent', 'taken_as_sent')";
          case ALL -> "true";
        };
    return tx.fetch(MESSAGES + " where " + where + " order by m.planned_on desc, m.id desc limit ?", most).map(QueueRead::queued);
  }

  static Optional<Queued> one(DSLContext tx, MessageId id) {
    return tx.fetchOptional(MESSAGES + " where m.id = ?", id.value()).map(QueueRead::queued);
  }

  static List<Tried> tried(DSLContext tx, MessageId id) {
    return tx.fetch(TRIED, id.value()).map(QueueRead::tried);
  }

  private static Queued queued(Record row) {
    return new Queued(
        new MessageId(row.get("id", UUID.class)),
        new CaseId(row.get("case_id", UUID.class)),
        row.get("number", Long.class),
        row.get("creditor", String.class),
        row.get("debtor", String.class),
        row.get("channel", String.class),
        row.get("step", String.class),
        row.get("state", String.class),
        row.get("approval", String.class),
        row.get("planned_on", LocalDate.class),
        new Money(row.get("asked", Long.class), Currency.getInstance(row.get("currency", String.class))),
        Optional.ofNullable(row.get("why", String.class)),
        instant(row, "not_before"));
  }

  private static Tried tried(Record row) {
    return new Tried(
        row.get("nth", Integer.class),
        instant(row, "started_at").orElseThrow(),
        row.get("way", String.class),
        row.get("known_as", String.class),
        row.get("recipient", String.class),
        Sha256.ofDigest(row.get("document", byte[].class)),
        Optional.ofNullable(row.get("outcome", String.class)),
        Optional.ofNullable(row.get("answer", String.class)));
  }

  private static Optional<Instant> instant(Record row, String column) {
    return Optional.ofNullable(row.get(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
  }
}
