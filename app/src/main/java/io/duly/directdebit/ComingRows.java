package io.duly.directdebit;

import io.duly.agreements.Mandate;
import io.duly.debits.Collecting;
import io.duly.debits.Collection;
import io.duly.debits.Instalment;
import io.duly.debits.Scheme;
import io.duly.debits.SepaArea;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.Money;
import io.duly.kernel.PlanId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads instalments that are to be collected, as of a day, with what decides whether they can be. */
final class ComingRows {
  /** How far ahead it is looked. */
  private static final int DAYS_AHEAD = 45;

  /** The next instalment of a plan is the promise that runs. What came early pays the instalments in their order. */
  private static final String SQL =
      """
      select c.id as case_id, c.number, p.creditor_id, r.name as creditor, p.debtor_id, d.name as debtor, d.street, d.postal_code, d.city, d.country, p.id as plan_id, i.nth::int as nth,
             (select count(*)::int from agreements.instalment a where a.plan_id = p.id) as parts, i.due_on, p.currency, t.notice_days::int as notice_days,
             least(i.amount, greatest(0, (select sum(a.amount) from agreements.instalment a where a.plan_id = p.id and a.nth <= i.nth)::bigint - agreements.received_for(p.id, ?::date))) as still,
             m.id as mandate_id, m.reference, m.scheme, m.holder, m.iban, m.bic, m.signed_on,
             case when m.id is not null then debits.announced_on(p.id, i.nth, m.recorded_on) end as announced_on,
             exists (select from cases.hold h where h.debtor_id = p.debtor_id and (h.case_id is null or h.case_id = c.id) and h.lifted_on is null
               and h.since <= ?::date and (h.until is null or h.until >= ?::date)) as held,
             array(select v.number from agreements.plan_line l join ledger.invoice v on v.id = l.invoice_id where l.plan_id = p.id and v.settled_on is null order by v.due_on, v.number) as invoices
        from agreements.plan p
        join agreements.direct_debit t on t.creditor_id = p.creditor_id
        join agreements.promise o on o.plan_id = p.id and o.outcome is null
        join agreements.instalment i on i.plan_id = p.id and i.nth = o.nth
        join cases.recovery_case c on c.id = p.case_id and c.stage <> 'closed'
        join parties.debtor d on d.id = p.debtor_id join parties.creditor r on r.id = p.creditor_id
        left join agreements.mandate m on m.id = agreements.mandate_in_force(p.debtor_id, ?::date)
       where p.ended_on is null and p.paid_by = 'direct_debit' and i.due_on <= ?::date + %d
         and not exists (select from debits.collection x where x.plan_id = p.id and x.nth = i.nth and not x.withdrawn)
         and not exists (select from debits.kept_back k where k.plan_id = p.id and k.nth = i.nth)
       order by i.due_on, c.number
      """.formatted(DAYS_AHEAD);

  private ComingRows() {}

  /**
   * With what the bank is told.
   *
   * @param mandate empty where none is in force
   */
  record Row(Coming coming, Optional<UUID> mandateId, Optional<Collection.Mandate> mandate) {}

  static List<Row> of(DSLContext tx, LocalDate today) {
    return tx.fetch(SQL, today, today, today, today, today).map(row -> read(row, today)).stream().filter(row -> row.coming().left().isPositive()).toList();
  }

  private static Row read(Record row, LocalDate today) {
    var mandate = Optional.ofNullable(row.get("mandate_id", UUID.class));
    var left = Money.ofMinor(row.get("still", Long.class), row.get("currency", String.class).strip());
    var facts = new Instalment(
        row.get("due_on", LocalDate.class), left, Optional.ofNullable(row.get("announced_on", LocalDate.class)), row.get("notice_days", Integer.class), mandate.isPresent(),
        row.get("held", Boolean.class));
    var coming = new Coming(
        new CaseId(row.get("case_id", UUID.class)), row.get("number", Long.class), new CreditorId(row.get("creditor_id", UUID.class)), row.get("creditor", String.class),
        new DebtorId(row.get("debtor_id", UUID.class)), row.get("debtor", String.class), new PlanId(row.get("plan_id", UUID.class)), row.get("nth", Integer.class), row.get("parts", Integer.class),
        facts.dueOn(), left, Collecting.of(facts, today), mandate.map(_ -> Mandate.masked(row.get("iban", String.class))), List.of(row.get("invoices", String[].class)));
    return new Row(coming, mandate, mandate.map(_ -> mandate(row)));
  }

  private static Collection.Mandate mandate(Record row) {
    var iban = row.get("iban", String.class);
    return new Collection.Mandate(
        row.get("reference", String.class), Scheme.valueOf(row.get("scheme", String.class).toUpperCase(Locale.ROOT)), row.get("signed_on", LocalDate.class), row.get("holder", String.class), iban,
        Optional.ofNullable(row.get("bic", String.class)), SepaArea.wantsMore(iban) ? address(row) : Optional.empty());
  }

  private static Optional<Collection.Address> address(Record row) {
    var country = Optional.ofNullable(row.get("country", String.class));
    return Optional.ofNullable(row.get("city", String.class)).filter(town -> !town.isBlank() && country.isPresent())
        .map(town -> new Collection.Address(Optional.ofNullable(row.get("street", String.class)), Optional.ofNullable(row.get("postal_code", String.class)), town, country.orElseThrow()));
  }
}
