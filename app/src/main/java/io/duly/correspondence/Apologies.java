package io.duly.correspondence;

import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Messages that say sorry (P09): of their own kind, since they follow from a correction and not from a step, and ask for
 * nothing. They take the debtor's one message of a day (invariant 3), and go before any demand.
 */
@Component
public final class Apologies {
  private static final String SENT =
      """
      select channel, language from correspondence.message
       where debtor_id = ? and sent_on is not null and purpose = 'demand' and ? = any (invoice_ids)
       order by sent_on desc, id desc limit 1
      """;
  private static final String FREE_DAY =
      """
      select min(d)::date as day from generate_series(?::date, ?::date + 30, interval '1 day') d
       where not exists (select from correspondence.message m where m.debtor_id = ? and m.planned_on = d::date and m.state <> 'withdrawn')
         and not exists (select from correspondence.contact c where c.debtor_id = ? and c.day = d::date and c.direction = 'out')
      """;

  private final IdSource ids;

  Apologies(IdSource ids) {
    this.ids = ids;
  }

  /** A message that asked for the invoice has left. */
  public boolean wereWritten(DSLContext tx, DebtorId debtor, InvoiceId invoice) {
    return tx.fetchOptional(SENT, debtor.value(), invoice.value()).isPresent();
  }

  /** Withdraws the demands that name an invoice and wait; answers how many. */
  public int withdrawNaming(DSLContext tx, DebtorId debtor, InvoiceId invoice, String why) {
    return tx.execute(
        """
        update correspondence.message set state = 'withdrawn', withdrawn_why = ?
         where debtor_id = ? and state = 'checked' and purpose = 'demand' and ? = any (invoice_ids)
        """,
        why, debtor.value(), invoice.value());
  }

  /**
   * Drafts an apology by the way and in the language of the last message about the invoice; demands that wait are withdrawn,
   * for it goes first.
   *
   * @param day the first day on which it may go
   * @return the day it is planned for; empty where nothing was sent, or no way is left that the debtor has not refused
   */
  public Optional<LocalDate> draft(DSLContext tx, Apology apology, LocalDate day) {
    var sent = tx.fetchOptional(SENT, apology.debtor().value(), apology.invoice().value());
    return sent.flatMap(row -> way(tx, apology, row).flatMap(way -> draft(tx, apology, way, row.get("language", String.class), day)));
  }

  private Optional<LocalDate> draft(DSLContext tx, Apology apology, String way, String language, LocalDate day) {
    tx.execute(
        "update correspondence.message set state = 'withdrawn', withdrawn_why = 'an apology goes first' where debtor_id = ? and state = 'checked' and purpose = 'demand'",
        apology.debtor().value());
    var debtor = apology.debtor().value();
    var free = Optional.ofNullable(tx.fetchSingle(FREE_DAY, day, day, debtor, debtor).get("day", LocalDate.class));
    free.ifPresent(on -> insert(tx, apology, way, language, on));
    return free;
  }

  private void insert(DSLContext tx, Apology apology, String way, String language, LocalDate on) {
    tx.execute(
        """
        insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, purpose,
            planned_on, currency, invoice_ids, amounts)
        values (?, ?, ?, ?, ?, 'apology', ?, 'friendly', ?, 'checked', 'apology', ?::date, ?, array[?]::uuid[], array[0]::bigint[])
        """,
        ids.next(), apology.creditor().value(), apology.debtor().value(), apology.recovery().value(), way, apology.template(), language, on,
        apology.currency().getCurrencyCode(), apology.invoice().value());
  }

  /** The way of the last message, else by letter: whoever refuses a channel refuses it in every queue. */
  private static Optional<String> way(DSLContext tx, Apology apology, Record sent) {
    var refused = refused(tx, apology.debtor().value());
    return Stream.of(sent.get("channel", String.class), "letter").filter(way -> !refused.contains(way)).findFirst();
  }

  private static List<String> refused(DSLContext tx, UUID debtor) {
    return tx.fetch("select refused_channels from parties.contact_person where debtor_id = ?", debtor).stream()
        .flatMap(row -> Arrays.stream(row.get(0, String[].class)))
        .toList();
  }
}
