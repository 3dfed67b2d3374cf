package io.duly.agreements;

import io.duly.agreements.AgreedPlan.Ended;
import io.duly.agreements.AgreedPlan.How;
import io.duly.kernel.CaseId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PlanId;
import io.duly.plans.BankDay;
import io.duly.plans.Instalment;
import io.duly.plans.Offer;
import io.duly.plans.OnMiss;
import io.duly.plans.Plan;
import io.duly.plans.PlanStanding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads plans with all their instalments and the money that came for them: two questions, however many there are. */
final class PlanRows {
  private static final String PLANS =
      """
      select p.*, array(select i.due_on from agreements.instalment i where i.plan_id = p.id order by i.nth) as days,
             array(select i.amount from agreements.instalment i where i.plan_id = p.id order by i.nth) as amounts,
             array(select l.invoice_id from agreements.plan_line l where l.plan_id = p.id and l.invoice_id is not null) as invoices
        from agreements.plan p where p.case_id = ? order by p.recorded_at desc, p.id desc
      """;
  private static final String MONEY =
      """
      select m.plan_id, m.effective_on, m.amount from (
        select n.id as plan_id, p.effective_on, p.amount, p.id
          from agreements.plan n join agreements.plan_line l on l.plan_id = n.id join ledger.posting p on p.invoice_id = l.invoice_id
         where n.case_id = ? and p.kind = 'receipt' and p.recorded_at > n.counted_from and p.effective_on <= ?::date and p.reverses_id is null
           and not exists (select from ledger.posting u where u.reverses_id = p.id and u.effective_on <= ?::date)
        union all
        select distinct n.id, p.effective_on, p.amount, p.id
          from agreements.plan n join agreements.plan_line l on l.plan_id = n.id
          join ledger.charge c on c.id = l.charge_id or c.invoice_id = l.invoice_id
          join ledger.charge_posting p on p.charge_id = c.id
         where n.case_id = ? and p.kind = 'receipt' and p.recorded_at > n.counted_from and p.effective_on <= ?::date and p.reverses_id is null
           and not exists (select from ledger.charge_posting u where u.reverses_id = p.id and u.effective_on <= ?::date)) m
       order by m.effective_on, m.id
      """;

  private PlanRows() {}

  /** The plans of a case as they stood on a day, the latest first. */
  static List<AgreedPlan> of(DSLContext tx, CaseId recovery, LocalDate day) {
    var rows = tx.fetch(PLANS, recovery.value());
    if (rows.isEmpty()) {
      return List.of();
    }
    var id = recovery.value();
    var money = tx.fetch(MONEY, id, day, day, id, day, day).stream().collect(Collectors.groupingBy((Record row) -> row.get(0, UUID.class)));
    return rows.map(row -> plan(row, money.getOrDefault(row.get("id", UUID.class), List.of()), day));
  }

  private static AgreedPlan plan(Record row, List<Record> money, LocalDate day) {
    var currency = row.get("currency", String.class);
    var made = new Plan(Money.ofMinor(row.get("debt", Long.class), currency), Money.ofMinor(row.get("interest", Long.class), currency), instalments(row, currency));
    var payments = money.stream().map(one -> new PlanStanding.Payment(one.get(1, LocalDate.class), Money.ofMinor(one.get(2, Long.class), currency)))
        .filter(one -> !row.get("kind", String.class).equals("settlement") || !one.on().isAfter(made.lastOn()))
        .toList();
    int grace = row.get("grace_days", Integer.class);
    return new AgreedPlan(
        new PlanId(row.get("id", UUID.class)), new CaseId(row.get("case_id", UUID.class)), word(Offer.Kind.class, row.get("kind", String.class)),
        Money.ofMinor(row.get("owed", Long.class), currency), made, PlanStanding.of(made, payments, day, grace, BankDay.ANY), row.get("made_on", LocalDate.class),
        word(OnMiss.class, row.get("on_miss", String.class)), grace, word(PaidBy.class, row.get("paid_by", String.class)),
        Optional.ofNullable(row.get("own_words", String.class)), Optional.ofNullable(row.get("grace_until", LocalDate.class)),
        Optional.ofNullable(row.get("replaces", UUID.class)).map(PlanId::new), ended(row), invoices(row));
  }

  private static List<Instalment> instalments(Record row, String currency) {
    var days = row.get("days", LocalDate[].class);
    var amounts = row.get("amounts", Long[].class);
    var all = new ArrayList<Instalment>();
    for (int nth = 0; nth < days.length; nth++) {
      all.add(new Instalment(days[nth], Money.ofMinor(amounts[nth], currency)));
    }
    return all;
  }

  private static Set<InvoiceId> invoices(Record row) {
    return Arrays.stream(row.get("invoices", UUID[].class)).map(InvoiceId::new).collect(Collectors.toUnmodifiableSet());
  }

  private static Optional<Ended> ended(Record row) {
    return Optional.ofNullable(row.get("ended_on", LocalDate.class))
        .map(on -> new Ended(on, word(How.class, row.get("ended", String.class)), row.get("ended_why", String.class)));
  }

  private static <E extends Enum<E>> E word(Class<E> type, String word) {
    return Enum.valueOf(type, word.toUpperCase(Locale.ROOT));
  }
}
