package io.duly.agreements;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.Recorded;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import io.duly.kernel.PlanId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes plans: the plan, what it is about, its instalments, and the first that is not paid as the promise that runs. */
@Component
final class PlanStore {
  private static final String PLAN =
      """
      insert into agreements.plan (id, creditor_id, case_id, debtor_id, currency, kind, owed, debt, interest, made_on, counted_from, on_miss, grace_days, paid_by,
          own_words, replaces, recorded_by, recorded_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::date, ?::timestamptz, ?, ?, ?, ?, ?, ?, ?::timestamptz)
      """;
  /** Money recorded until now does not count: it is not among what is owed. */
  private static final String COUNTED_FROM =
      """
      select greatest(coalesce((select max(p.recorded_at) from ledger.posting p where p.debtor_id = ? and p.currency = ? and p.kind = 'receipt'), 'epoch'),
        coalesce((select max(p.recorded_at) from ledger.charge_posting p where p.debtor_id = ? and p.currency = ? and p.kind = 'receipt'), 'epoch'))::text
      """;
  private static final String LINES =
      "insert into agreements.plan_line (plan_id, creditor_id, invoice_id, charge_id, amount) select ?, ?, l.* from unnest(?::uuid[], ?::uuid[], ?::bigint[]) l";
  private static final String INSTALMENTS =
      "insert into agreements.instalment (plan_id, nth, creditor_id, due_on, amount) select ?, l.n, ?, l.d, l.a from unnest(?::date[], ?::bigint[]) with ordinality l (d, a, n)";
  private static final String PROMISE =
      """
      insert into agreements.promise (id, creditor_id, case_id, debtor_id, currency, amount, made_on, due_on, own_words, recorded_by, recorded_at, plan_id, nth)
      select ?, p.creditor_id, p.case_id, p.debtor_id, p.currency, i.amount, least(p.made_on, i.due_on), i.due_on, p.own_words, p.recorded_by, p.recorded_at, p.id, i.nth
        from agreements.plan p join agreements.instalment i on i.plan_id = p.id where p.id = ? and i.nth = ?
      """;
  private static final String RUNNING =
      "select coalesce(l.invoice_id, l.charge_id) from agreements.plan p join agreements.plan_line l on l.plan_id = p.id where p.case_id = ? and p.ended_on is null";
  private static final String BEFORE = "select invoice_id, charge_id, amount from agreements.plan_line where plan_id = ? and not is_interest";
  private static final String INTEREST_BEFORE =
      "insert into agreements.plan_line (plan_id, creditor_id, charge_id, amount, is_interest) select ?, creditor_id, charge_id, amount, true from agreements.plan_line where plan_id = ? and is_interest";

  private final IdSource ids;

  PlanStore(IdSource ids) {
    this.ids = ids;
  }

  /**
   * A plan to be written.
   *
   * @param before which it replaces
   */
  record Made(PlanId id, Agreed agreed, List<Covered.Line> lines, Optional<AgreedPlan> before) {}

  void insert(DSLContext tx, CaseHead head, Made made, Recorded by) {
    plan(tx, head, made, by);
    var creditor = head.creditor().value();
    tx.execute(LINES, made.id().value(), creditor, uuids(made.lines().stream().map(Covered.Line::invoice).toList()), uuids(made.lines().stream().map(Covered.Line::charge).toList()),
        made.lines().stream().map(Covered.Line::amount).toArray(Long[]::new));
    var instalments = made.agreed().offer().plan().instalments();
    tx.execute(INSTALMENTS, made.id().value(), creditor, instalments.stream().map(one -> one.dueOn()).toArray(LocalDate[]::new),
        instalments.stream().map(one -> one.amount().minor()).toArray(Long[]::new));
    made.before().ifPresent(one -> tx.execute(INTEREST_BEFORE, made.id().value(), one.id().value()));
    int first = made.before().map(AgreedPlan::paidInstalments).orElse(0) + 1;
    tx.execute(PROMISE, ids.next(), made.id().value(), first);
    tx.execute("select agreements.charge_interest(?, ?, ?, ?::date, ?)", made.id().value(), first, ids.next(), by.on(), by.actor());
  }

  private static @Nullable UUID[] uuids(List<Optional<UUID>> all) {
    return all.stream().map(one -> one.orElse(null)).toArray(UUID[]::new);
  }

  private static void plan(DSLContext tx, CaseHead head, Made made, Recorded by) {
    var agreed = made.agreed();
    var plan = agreed.offer().plan();
    tx.execute(
        PLAN, made.id().value(), head.creditor().value(), head.id().value(), head.debtor().value(), head.currency().getCurrencyCode(),
        agreed.offer().kind().name().toLowerCase(Locale.ROOT), agreed.offer().owed().minor(), plan.debt().minor(), plan.interest().minor(), by.on(),
        countedFrom(tx, head, made), agreed.onMiss().name().toLowerCase(Locale.ROOT), agreed.graceDays(), agreed.paidBy().word(), agreed.ownWords().orElse(null),
        made.before().map(one -> one.id().value()).orElse(null), by.actor(), by.recordedAt().atOffset(ZoneOffset.UTC));
  }

  private static String countedFrom(DSLContext tx, CaseHead head, Made made) {
    var debtor = head.debtor().value();
    var currency = head.currency().getCurrencyCode();
    return made.before()
        .map(one -> tx.fetchSingle("select counted_from::text from agreements.plan where id = ?", one.id().value()).get(0, String.class))
        .orElseGet(() -> tx.fetchSingle(COUNTED_FROM, debtor, currency, debtor, currency).get(0, String.class));
  }

  /**
   * What a plan that replaces another is about: the same, and as much of what is owed beside it as it is larger.
   *
   * @throws CannotRecord where what is owed beside it is not as much as it is larger
   */
  List<Covered.Line> linesFor(DSLContext tx, CaseHead head, AgreedPlan before, Money debt, LocalDate today) {
    var lines = new ArrayList<>(tx.fetch(BEFORE, before.id().value())
        .map(row -> new Covered.Line(Optional.ofNullable(row.get(0, UUID.class)), Optional.ofNullable(row.get(1, UUID.class)), row.get(2, Long.class), true)));
    var had = lines.stream().flatMap(line -> line.invoice().or(line::charge).stream()).collect(Collectors.toSet());
    tx.fetch("select charge_id from agreements.plan_line where plan_id = ? and is_interest", before.id().value()).forEach(row -> had.add(row.get(0, UUID.class)));
    var increase = debt.minus(before.plan().debt());
    if (increase.isPositive()) {
      var others = Covered.of(tx, head, today).without(had).about(increase);
      if (!others.owed().equals(increase)) {
        throw new CannotRecord("Beside the plan " + others.owed() + " is open, not " + increase + ": look at it again.");
      }
      lines.addAll(others.lines());
    }
    return lines;
  }

  /** What is due and not in the plan that runs. */
  Money beside(DSLContext tx, CaseHead head, LocalDate today) {
    var had = tx.fetch(RUNNING, head.id().value()).map(row -> row.get(0, UUID.class));
    return Covered.of(tx, head, today).due().without(Set.copyOf(had)).owed();
  }

  void end(DSLContext tx, PlanId plan, AgreedPlan.How how, String why, Recorded by) {
    tx.execute("update agreements.plan set ended_on = ?::date, ended = ?, ended_why = ? where id = ? and ended_on is null",
        by.on(), how.name().toLowerCase(Locale.ROOT), why, plan.value());
  }
}
