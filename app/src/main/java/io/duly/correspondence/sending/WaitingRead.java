package io.duly.correspondence.sending;

import io.duly.journal.Sha256;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.MessageId;
import io.duly.strategy.Channel;
import io.duly.strategy.Decision;
import io.duly.strategy.Tone;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads messages of the queue. */
final class WaitingRead {
  private static final String MESSAGE =
      """
      select m.id, m.creditor_id, m.debtor_id, m.case_id, m.channel, m.step, m.template, m.tone, m.language, m.planned_on, m.currency, m.purpose,
             m.invoice_ids, m.amounts, m.approved_text, m.waits_why,
             (select count(*) from correspondence.attempt a where a.message_id = m.id)::int as tries,
             array(select a.day from correspondence.attempt a where a.message_id = m.id) as contacted
        from correspondence.message m
      """;
  private static final String DUE =
      " where m.id = ? and m.state = 'checked' and m.approval <> 'needed' and m.planned_on <= ?"
          + " and (m.not_before is null or m.not_before <= ?::timestamptz) for update of m skip locked";

  private WaitingRead() {}

  /** The message, locked, where it still waits, is due and nobody else is at it. */
  static Optional<Waiting> due(DSLContext tx, UUID id, Moment at) {
    return tx.fetchOptional(MESSAGE + DUE, id, at.day(), at.now().toString()).map(WaitingRead::message);
  }

  /** The message as it is, in whatever state. */
  static Optional<Waiting> any(DSLContext tx, UUID id) {
    return tx.fetchOptional(MESSAGE + " where m.id = ?", id).map(WaitingRead::message);
  }

  private static Waiting message(Record row) {
    return new Waiting(
        new MessageId(row.get("id", UUID.class)),
        new CreditorId(row.get("creditor_id", UUID.class)),
        new DebtorId(row.get("debtor_id", UUID.class)),
        new CaseId(row.get("case_id", UUID.class)),
        send(row),
        row.get("language", String.class),
        row.get("planned_on", LocalDate.class),
        Currency.getInstance(row.get("currency", String.class)),
        Goal.of(row.get("purpose", String.class)),
        Optional.ofNullable(row.get("approved_text", byte[].class)).map(Sha256::ofDigest),
        Optional.ofNullable(row.get("waits_why", String.class)),
        row.get("tries", Integer.class),
        Set.copyOf(List.of(row.get("contacted", LocalDate[].class))));
  }

  private static Decision.Send send(Record row) {
    var step = row.get("step", String.class);
    return new Decision.Send(
        step,
        Channel.valueOf(row.get("channel", String.class).toUpperCase(Locale.ROOT)),
        Tone.valueOf(row.get("tone", String.class).toUpperCase(Locale.ROOT)),
        row.get("template", String.class),
        lines(step, row.get("invoice_ids", UUID[].class), row.get("amounts", Long[].class)));
  }

  private static List<Decision.Line> lines(String step, UUID[] invoices, Long[] amounts) {
    var lines = new ArrayList<Decision.Line>(invoices.length);
    for (int at = 0; at < invoices.length; at++) {
      lines.add(new Decision.Line(invoices[at], step, amounts[at]));
    }
    return lines;
  }
}
