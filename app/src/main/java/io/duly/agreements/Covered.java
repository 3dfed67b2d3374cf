package io.duly.agreements;

import io.duly.cases.CaseHead;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;

/**
 * What can be agreed about in a case: what is open of its invoices without what is contested, and its open charges.
 *
 * @param lines the oldest first
 */
public record Covered(Money owed, List<Line> lines) {
  private static final String LINES =
      """
      select i.id, null::uuid as charge,
             i.due_on < ?::date as due,
             (ledger.open_on(i.id, ?::date) - coalesce((select sum(d.amount) from cases.dispute d where d.invoice_id = i.id and d.closed_on is null and d.opened_on <= ?::date), 0))::bigint as amount
        from ledger.invoice i
       where i.debtor_id = ? and i.currency = ? and i.issued_on <= ?::date and (i.settled_on is null or i.settled_on > ?::date)
      union all
      select null::uuid, c.id, true,
             (c.amount - coalesce((select sum(p.amount) from ledger.charge_posting p where p.charge_id = c.id and p.effective_on <= ?::date), 0))::bigint
        from ledger.charge c
       where c.debtor_id = ? and c.currency = ? and c.posted_on <= ?::date and (c.settled_on is null or c.settled_on > ?::date)
      """;

  /** One invoice or one charge, and what of it; whether its day is over. */
  public record Line(Optional<UUID> invoice, Optional<UUID> charge, long amount, boolean due) {}

  /** As of a day. */
  static Covered of(DSLContext tx, CaseHead head, LocalDate day) {
    var debtor = head.debtor().value();
    var currency = head.currency().getCurrencyCode();
    var lines = tx.fetch(LINES, day, day, day, debtor, currency, day, day, day, debtor, currency, day, day).stream()
        .map(row -> new Line(Optional.ofNullable(row.get(0, UUID.class)), Optional.ofNullable(row.get(1, UUID.class)), row.get("amount", Long.class), row.get("due", Boolean.class)))
        .filter(line -> line.amount() > 0)
        .toList();
    return of(lines, head.currency());
  }

  private static Covered of(List<Line> lines, Currency currency) {
    return new Covered(new Money(lines.stream().mapToLong(Line::amount).sum(), currency), lines);
  }

  /** Of that what is due already: what nobody has to pay yet is not spoken of unasked. */
  Covered due() {
    return of(lines.stream().filter(Line::due).toList(), owed.currency());
  }

  /** The others. */
  Covered without(Set<UUID> known) {
    return of(lines.stream().filter(line -> !known.contains(line.invoice().or(line::charge).orElseThrow())).toList(), owed.currency());
  }

  /** The charges of it. */
  Money charges() {
    return of(lines.stream().filter(line -> line.charge().isPresent()).toList(), owed.currency()).owed();
  }

  /** What an offer of so much is about: all of it, or what is due; all of it where it is neither. */
  Covered about(Money amount) {
    var due = due();
    return due.owed().equals(amount) ? due : this;
  }
}
