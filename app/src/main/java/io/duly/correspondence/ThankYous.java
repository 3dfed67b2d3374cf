package io.duly.correspondence;

import io.duly.journal.Journal;
import io.duly.journal.JournalEntry;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/**
 * Messages that thank whoever was written or spoken to and has paid all. They take the debtor's one message of a day
 * (invariant 3), ask for nothing, and give way to whatever has to be asked for since.
 */
@Component
public final class ThankYous {
  /**
   * All of what the case asked for was paid by money, of which the last came: a credit note, a duplicate or a write-off is
   * nothing to be thankful for. What was let go with a payment, as a discount, is paid.
   */
  private static final String DRAFT =
      """
      insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, purpose,
          planned_on, currency, invoice_ids, amounts)
      select v.id, c.creditor_id, c.debtor_id, c.id, v.channel, 'thank-you', 'thank-you', 'friendly', v.language, 'checked', 'thanks',
             free.day, c.currency, paid.invoices, array_fill(0::bigint, array[cardinality(paid.invoices)])
        from unnest(?::uuid[], ?::uuid[], ?::text[], ?::text[]) as v (id, case_id, channel, language)
        join cases.recovery_case c on c.id = v.case_id
        cross join lateral (
          select array_agg(i.id order by i.due_on, i.number) filter (where i.settled_on is not null and exists (
                   select from ledger.posting p where p.invoice_id = i.id and p.kind = 'receipt' and p.reverses_id is null
                      and not exists (select from ledger.posting u where u.reverses_id = p.id))) as invoices,
                 array_agg(i.id) as of_case
            from ledger.invoice i
           where i.debtor_id = c.debtor_id and i.currency = c.currency and (i.settled_on >= c.opened_on
              or exists (select from cases.step_taken s where s.invoice_id = i.id and s.case_id = c.id))) paid
        cross join lateral (
          select p.kind, bool_or(p.kind = 'write_off') over () as given_up
            from ledger.posting p
           where p.invoice_id = any (paid.of_case) and p.reverses_id is null
             and not exists (select from ledger.posting u where u.reverses_id = p.id)
             and not exists (select from ledger.companion g where g.posting_id = p.id)
           order by p.recorded_at desc, p.id desc limit 1) last
        cross join lateral (
          select min(d)::date as day from generate_series(?::date, ?::date + 13, interval '1 day') d
           where not exists (select from correspondence.message m where m.debtor_id = c.debtor_id and m.planned_on = d::date and m.state <> 'withdrawn')
             and not exists (select from correspondence.contact k where k.debtor_id = c.debtor_id and k.day = d::date and k.direction = 'out')) free
       where paid.invoices is not null and last.kind = 'receipt' and not last.given_up and free.day is not null
         and exists (select from correspondence.contact k where k.debtor_id = c.debtor_id and k.case_id = c.id and k.direction = 'out')
         and not exists (select from ledger.invoice i where i.debtor_id = c.debtor_id and i.settled_on is null)
      on conflict do nothing
      returning case_id, creditor_id, channel, planned_on
      """;

  private final Journal journal;
  private final IdSource ids;

  public ThankYous(Journal journal, IdSource ids) {
    this.journal = journal;
    this.ids = ids;
  }

  /**
   * Drafts thanks for those of the cases in which money paid all and the debtor had heard from us, with a line in each journal.
   *
   * @param day the first day on which they may go
   * @param at when it happens
   * @param now when it is written down
   */
  public void draft(Connection tx, List<Thanks> closed, LocalDate day, Instant at, Instant now) throws SQLException {
    if (closed.isEmpty()) {
      return;
    }
    var drafted = new ArrayList<JournalEntry>();
    try (var statement = tx.prepareStatement(DRAFT)) {
      statement.setArray(1, tx.createArrayOf("uuid", closed.stream().map(_ -> ids.next()).toArray()));
      statement.setArray(2, tx.createArrayOf("uuid", closed.stream().map(one -> one.recovery().value()).toArray()));
      statement.setArray(3, texts(tx, closed, one -> one.channel().name().toLowerCase(Locale.ROOT)));
      statement.setArray(4, texts(tx, closed, Thanks::language));
      statement.setObject(5, day);
      statement.setObject(6, day);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          drafted.add(entry(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class), rows.getString(3), rows.getObject(4, LocalDate.class), at));
        }
      }
    }
    journal.appendBulk(tx, now, drafted);
  }

  /** Takes back thanks that wait, of debtors who are written to about something else now; answers how many. */
  public int withdraw(Connection tx, List<UUID> debtors) throws SQLException {
    var sql =
        """
        update correspondence.message set state = 'withdrawn', withdrawn_why = 'something else is asked for since'
         where state || '' = 'checked' and purpose = 'thanks' and debtor_id = any (?)
        """;
    try (var statement = tx.prepareStatement(sql)) {
      statement.setArray(1, tx.createArrayOf("uuid", debtors.toArray()));
      return statement.executeUpdate();
    }
  }

  private static java.sql.Array texts(Connection tx, List<Thanks> closed, Function<Thanks, String> of) throws SQLException {
    return tx.createArrayOf("text", closed.stream().map(of).toArray());
  }

  private static JournalEntry entry(UUID recovery, UUID creditor, String channel, LocalDate day, Instant at) {
    var body = "{\"channel\":\"" + channel + "\",\"plannedOn\":\"" + day + "\"}";
    return new JournalEntry(
        new CaseId(recovery), new CreditorId(creditor), "thanks-drafted", at, "duly", "All is paid: thanks are drafted for " + day + ".", body, Optional.empty());
  }
}
