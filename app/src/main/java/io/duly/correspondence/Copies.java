package io.duly.correspondence;

import io.duly.kernel.CaseId;
import io.duly.kernel.IdSource;
import io.duly.kernel.MessageId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Messages that bring a debtor copies of invoices and ask for nothing (P18). They take the debtor's one message of a day (invariant 3). */
@Component
public final class Copies {
  /** The first channel that the debtor has and has not refused: by e-mail they are there at once. */
  private static final String CASE =
      """
      select c.creditor_id, c.debtor_id, c.currency, coalesce(d.language, r.language) as language,
             case when exists (select from parties.debtor o where o.id = d.id and o.email is not null and not exists (
                    select from correspondence.dead_address x where x.debtor_id = o.id and x.address = lower(o.email) and x.ended_at is null)
                    and not exists (select from parties.contact_person p where p.debtor_id = o.id and 'email' = any (p.refused_channels))
                  union all select from parties.contact_person p where p.debtor_id = d.id and p.email is not null and p.right_party <> 'wrong'
                    and not 'email' = any (p.refused_channels)) then 'email'
                  when not exists (select from parties.contact_person p where p.debtor_id = d.id and 'letter' = any (p.refused_channels)) then 'letter' end as channel
        from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id join parties.creditor r on r.id = c.creditor_id
       where c.id = ? and c.stage <> 'closed' for no key update of c
      """;
  private static final String INVOICES =
      """
      select i.id, i.number from ledger.invoice i join cases.recovery_case c on c.debtor_id = i.debtor_id and c.currency = i.currency
       where c.id = ? and i.issued_on <= ? order by i.issued_on, i.number, i.id
      """;
  /** As {@link io.duly.correspondence.sending} looks for what goes with the message. */
  private static final String WITHOUT_ORIGINAL =
      """
      select i.number from ledger.invoice i join cases.recovery_case c on c.debtor_id = i.debtor_id and c.currency = i.currency
       where c.id = ? and not exists (select from einvoice.e_invoice e left join einvoice.attachment a on a.document_id = e.id
               join journal.document d on d.sha256 in (e.original, a.archived) where e.invoice_id = i.id)
       order by i.issued_on, i.number
      """;
  private static final String FREE_DAY =
      """
      select min(d)::date as day from generate_series(?::date, ?::date + 30, interval '1 day') d
       where not exists (select from correspondence.message m where m.debtor_id = ? and m.planned_on = d::date and m.state <> 'withdrawn')
         and not exists (select from correspondence.contact c where c.debtor_id = ? and c.day = d::date and c.direction = 'out')
      """;
  private static final String INSERT =
      """
      insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, purpose,
          planned_on, currency, invoice_ids, amounts)
      values (?, ?, ?, ?, ?, 'document-copies', 'document-copies', 'friendly', ?, 'checked', 'copies', ?::date, ?, ?::uuid[], array_fill(0::bigint, array[?]))
      """;

  private final IdSource ids;

  Copies(IdSource ids) {
    this.ids = ids;
  }

  /** @param plannedOn the first day on which it may go */
  public record Planned(MessageId message, String channel, LocalDate plannedOn, int invoices) {}

  /** What stands in the way, in a sentence. */
  public static final class CannotCopy extends RuntimeException {
    CannotCopy(String message) {
      super(message);
    }
  }

  /**
   * Has copies of invoices sent.
   *
   * @param numbers of invoices of the case's debtor and currency; none: all of them
   * @param day the first on which they may go
   * @throws CannotCopy where the case is closed, has no such invoice, or its debtor refuses both e-mail and letters
   */
  public Planned plan(DSLContext tx, CaseId recovery, List<String> numbers, LocalDate day) {
    var row = tx.fetchOptional(CASE, recovery.value()).orElseThrow(() -> new CannotCopy("The case is closed, or there is none."));
    var named = named(tx, recovery, numbers, day);
    var channel = Optional.ofNullable(row.get("channel", String.class));
    var debtor = row.get("debtor_id", UUID.class);
    var free = Optional.ofNullable(tx.fetchSingle(FREE_DAY, day, day, debtor, debtor).get("day", LocalDate.class));
    return insert(
        tx, recovery, row, named, channel.orElseThrow(() -> new CannotCopy("The debtor has refused e-mail and letters.")),
        free.orElseThrow(() -> new CannotCopy("There is no day within a month on which the debtor is not written to already.")));
  }

  /** The invoices of a case of which no original is archived, so that no copy can go. */
  public List<String> withoutOriginal(DSLContext tx, CaseId recovery) {
    return tx.fetch(WITHOUT_ORIGINAL, recovery.value()).map(row -> row.get(0, String.class));
  }

  private static List<UUID> named(DSLContext tx, CaseId recovery, List<String> numbers, LocalDate day) {
    var all = tx.fetch(INVOICES, recovery.value(), day).intoMap(row -> row.get("number", String.class), row -> row.get("id", UUID.class));
    for (var number : numbers) {
      if (!all.containsKey(number)) {
        throw new CannotCopy("Invoice " + number + " is not of this case; it has " + String.join(", ", all.keySet()) + ".");
      }
    }
    return numbers.isEmpty() ? List.copyOf(all.values()) : numbers.stream().map(all::get).toList();
  }

  private Planned insert(DSLContext tx, CaseId recovery, Record row, List<UUID> named, String channel, LocalDate on) {
    var id = ids.next();
    tx.execute(
        INSERT, id, row.get("creditor_id", UUID.class), row.get("debtor_id", UUID.class), recovery.value(), channel, row.get("language", String.class), on,
        row.get("currency", String.class), named.toArray(UUID[]::new), named.size());
    return new Planned(new MessageId(id), channel, on, named.size());
  }
}
