package io.duly.charging;

import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.ledger.ChargeBook;
import io.duly.parties.AcceptedTerms;
import io.duly.parties.TermsOfTrade;
import io.duly.rules.LeftOut;
import io.duly.rules.RulePack;
import io.duly.strategy.DebtorKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Reads the facts of any number of debtors in a fixed number of questions. */
@Component
final class FactsRead {
  private static final String INVOICES =
      """
      select i.id, i.debtor_id, i.number, i.currency, i.gross, i.issued_on, least(i.delivered_on, i.issued_on) as work, i.due_on,
          d.kind, d.country, d.region
        from ledger.invoice i join parties.debtor d on d.id = i.debtor_id
       where i.debtor_id = any (?) and i.issued_on <= ? and i.due_on < ?
         and (i.settled_on is null or i.settled_on > ?
           or i.settled_on >= (select max(c.opened_on) from cases.recovery_case c
                where c.debtor_id = i.debtor_id and c.currency = i.currency and c.opened_on <= ?)
           or exists (select from ledger.charge g where g.invoice_id = i.id))
       order by i.due_on, i.number, i.id
      """;

  /**
   * Upheld ones have their credit note, and what was contested without ground is charged as if it never had been. In a breathing space
   * whatever was owed when it began rests as a whole, under any law. The days of a plan that is kept bear what it was agreed with and no more; where it is
   * broken, or ended before its interest was charged, they bear what they would have.
   */
  private static final String RESTING =
      """
      select d.invoice_id, i.currency, d.amount, 'disputed: ' || d.why as why, d.opened_on, case when d.closed_on <= ? then d.closed_on end as closed_on,
             d.closed_on is null or d.closed_on > ? as contested
        from cases.dispute d join ledger.invoice i on i.id = d.invoice_id
       where d.debtor_id = any (?) and d.opened_on <= ?
         and (d.closed_on is null or d.closed_on > ? or d.outcome = 'settled')
      union all
      select l.invoice_id, p.currency, l.amount, 'agreed: a plan, as long as it is kept', p.made_on, case when p.ended_on <= ? then p.ended_on end, false
        from agreements.plan p join agreements.plan_line l on l.plan_id = p.id
       where p.debtor_id = any (?) and p.made_on <= ? and l.invoice_id is not null
         and (p.ended is distinct from 'broken' and (p.interest = 0 or p.ended is distinct from 'superseded')
           or exists (select from agreements.plan_line c where c.plan_id = p.id and c.is_interest))
         and (p.ended_on is null or p.ended_on > p.made_on)
      union all
      select i.id, i.currency, null, case when s.statutory then 'breathing space by law' else 'breathing space' end, s.since,
          least(s.until, case when s.ended_on <= ? then s.ended_on - 1 end), false
        from hardship.space s join ledger.invoice i on i.debtor_id = s.debtor_id and least(i.delivered_on, i.issued_on) <= s.since
       where s.debtor_id = any (?) and s.since <= ? and s.charges_rest and (s.ended_on is null or s.ended_on > s.since)
      """;

  /** A hold that is lifted on a day does not hold on it. */
  private static final String HOLDS =
      """
      select h.debtor_id, c.currency, h.kind, h.why, h.since,
          least(h.until, case when h.lifted_on <= ? then h.lifted_on - 1 end) as until
        from cases.hold h left join cases.recovery_case c on c.id = h.case_id
       where h.debtor_id = any (?) and h.kind in ('hardship', 'insolvency') and h.since <= ?
         and (h.lifted_on is null or h.lifted_on > h.since)
      """;

  private final TermsOfTrade terms;
  private final ChargeBook charges;

  FactsRead(TermsOfTrade terms, ChargeBook charges) {
    this.terms = terms;
    this.charges = charges;
  }

  /** @param dueBefore only invoices that were due before that day */
  Facts read(DSLContext tx, Collection<DebtorId> debtors, LocalDate day, LocalDate dueBefore) {
    var ids = debtors.stream().map(DebtorId::value).toArray(UUID[]::new);
    var accepted = terms.accepted(tx, debtors);
    var resting = tx.fetch(RESTING, day, day, ids, day, day, day, ids, day, day, ids, day);
    return new Facts(
        tx.fetch(INVOICES, ids, day, dueBefore, day, day).map(FactsRead::invoice),
        ChangesRead.of(tx, ids, day),
        resting.stream().collect(Collectors.groupingBy(FactsRead::invoiceId, Collectors.mapping(FactsRead::leftOut, Collectors.toList()))),
        resting.stream().filter(row -> row.get("contested", Boolean.class)).collect(Collectors.toMap(FactsRead::invoiceId, row -> leftOut(row).amount().orElseThrow(), Money::plus)),
        tx.fetch(HOLDS, day, ids, day).map(FactsRead::hold),
        accepted,
        terms.figures(tx, versions(accepted)),
        RecoveryRead.of(tx, ids, day),
        charges.of(tx, debtors, day).stream().collect(Collectors.groupingBy(line -> line.charge().invoice())));
  }

  private static List<UUID> versions(Map<DebtorId, List<AcceptedTerms>> accepted) {
    return accepted.values().stream().flatMap(List::stream).map(one -> one.terms().id()).distinct().toList();
  }

  private static InvoiceId invoiceId(Record row) {
    return new InvoiceId(row.get("invoice_id", UUID.class));
  }

  private static LeftOut leftOut(Record row) {
    return new LeftOut(
        row.get("opened_on", LocalDate.class),
        Optional.ofNullable(row.get("closed_on", LocalDate.class)),
        Optional.ofNullable(row.get("amount", Long.class)).map(minor -> Money.ofMinor(minor, row.get("currency", String.class))),
        row.get("why", String.class));
  }

  private static HoldSpan hold(Record row) {
    var kind = row.get("kind", String.class);
    return new HoldSpan(
        new DebtorId(row.get("debtor_id", UUID.class)),
        Optional.ofNullable(row.get("currency", String.class)).map(Currency::getInstance),
        RulePack.Peace.valueOf(kind.toUpperCase(Locale.ROOT)),
        row.get("since", LocalDate.class),
        Optional.ofNullable(row.get("until", LocalDate.class)),
        kind + ": " + row.get("why", String.class));
  }

  private static InvoiceFacts invoice(Record row) {
    return new InvoiceFacts(
        new InvoiceId(row.get("id", UUID.class)),
        new DebtorId(row.get("debtor_id", UUID.class)),
        row.get("number", String.class),
        Money.ofMinor(row.get("gross", Long.class), row.get("currency", String.class)),
        row.get("issued_on", LocalDate.class),
        row.get("work", LocalDate.class),
        row.get("due_on", LocalDate.class),
        DebtorKind.valueOf(row.get("kind", String.class).toUpperCase(Locale.ROOT)),
        Optional.ofNullable(row.get("country", String.class)),
        Optional.ofNullable(row.get("region", String.class)));
  }
}
