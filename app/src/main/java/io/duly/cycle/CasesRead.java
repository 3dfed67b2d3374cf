package io.duly.cycle;

import io.duly.database.CopiedRows;
import io.duly.kernel.CaseId;
import io.duly.strategy.CaseSnapshot.CareFacts;
import io.duly.strategy.CaseSnapshot.HoldFacts;
import io.duly.strategy.CaseSnapshot.PromiseFacts;
import io.duly.strategy.CaseSnapshot.TaskFacts;
import io.duly.strategy.HoldKind;
import io.duly.strategy.Stage;
import io.duly.strategy.TaskKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Reads the open cases, locked, and what people recorded on them: tasks, holds, disputes, promises. */
final class CasesRead {
  /** Tasks come as {@code kind@days}: the day on which one is due, in days since 1970. */
  static final String CASES =
      """
      select c.debtor_id, c.currency, c.id, c.stage, c.opened_on, c.review_on, c.touched,
             (select count(*) from cycle.decision n where n.case_id = c.id and n.decided_on = {day})::int,
             array(select t.kind || '@' || (t.due_on - date '1970-01-01') from cases.task t
               where t.case_id = c.id and t.done_on is null)
        from cases.recovery_case c where c.debtor_id {whose} and c.stage <> 'closed'
      """;
  private static final String LOCKED = " order by c.id for no key update of c";
  static final String HOLDS =
      """
      select debtor_id, case_id, kind, since, until, why from cases.hold
       where debtor_id {whose} and lifted_on is null and since <= {day} and (until is null or until >= {day})
       order by since, id
      """;
  static final String DISPUTES =
      "select invoice_id, amount from cases.dispute where debtor_id {whose} and closed_on is null and opened_on <= {day}";
  static final String PROMISES =
      """
      select p.debtor_id, p.currency, p.id, p.case_id, p.amount, p.made_on, p.due_on, p.outcome is null,
             coalesce(p.nth, 0)::int, case when p.outcome is null and p.plan_id is null then coalesce((select sum(l.amount) from ledger.posting l
               where l.debtor_id = p.debtor_id and l.currency = p.currency and l.kind = 'receipt'
                 and l.effective_on between p.made_on and {day}), 0)
               + coalesce((select sum(l.amount) from ledger.charge_posting l
               where l.debtor_id = p.debtor_id and l.currency = p.currency and l.kind = 'receipt'
                 and l.effective_on between p.made_on and {day}), 0) else 0 end::bigint
        from agreements.promise p
       where p.debtor_id {whose} and (p.outcome is null or p.outcome in ('broken', 'partly_kept')) and p.made_on <= {day}
         and not exists (select from corrections.promise_not_owed n where n.id = p.id)
       order by p.due_on, p.id
      """;

  /** Instalments come as {@code amount@days}: the day on which one is due, in days since 1970. */
  static final String PLANS =
      """
      select p.debtor_id, p.currency, p.case_id, p.id, p.on_miss, p.grace_days::int, p.grace_until,
             p.kind = 'settlement', agreements.received_for(p.id, case when p.kind = 'settlement' then least({day}, (select max(i.due_on) from agreements.instalment i
               where i.plan_id = p.id)) else {day} end), agreements.open_of(p.id, {day}),
             coalesce((select max(m.nth) from agreements.promise m where m.plan_id = p.id), 0)::int,
             array(select i.amount || '@' || (i.due_on - date '1970-01-01') from agreements.instalment i where i.plan_id = p.id order by i.nth)
        from agreements.plan p where p.debtor_id {whose} and p.ended_on is null and p.made_on <= {day}
      """;
  static final String AGREED =
      """
      select l.invoice_id, l.amount from agreements.plan p join agreements.plan_line l on l.plan_id = p.id
       where p.debtor_id {whose} and p.ended_on is null and p.made_on <= {day} and l.invoice_id is not null
      """;

  /** Breathing space: the last that is known to end, and whether what is over was looked at and taken up again. */
  static final String CARE =
      """
      select s.debtor_id, max(s.last), bool_and(s.reviewed or s.last >= {day}),
             exists (select from cases.step_taken t join ledger.invoice i on i.id = t.invoice_id
               where i.debtor_id = s.debtor_id and t.step = 'gentle-' || max(s.last)), bool_or(s.stands)
        from (select debtor_id, coalesce(ended_on - 1, until) as last, reviewed_on is not null or closed_on is not null as reviewed, closed_on is null as stands
                from hardship.space where debtor_id {whose} and since <= {day}) s
       where s.last is not null group by s.debtor_id
      """;

  private CasesRead() {}

  static void care(Connection tx, Whose whose, Debtors debtors) throws SQLException {
    try (var rows = CopiedRows.of(tx, whose.in(CARE))) {
      while (rows.next()) {
        debtors.the(rows.uuid()).care = Optional.of(new CareFacts(rows.date(), rows.bool(), rows.bool(), rows.bool()));
      }
    }
  }

  /** Locks in the order of ids, before anything else is read or written. */
  static List<Owned> lockCases(Connection tx, Whose whose) throws SQLException {
    var cases = new ArrayList<Owned>();
    try (var rows = CopiedRows.of(tx, whose.in(CASES + LOCKED))) {
      while (rows.next()) {
        cases.add(new Owned(rows.uuid(), rows.text(), openCase(rows), tasks(rows.texts())));
      }
    }
    return cases;
  }

  /** Contested amounts by invoice. */
  static Map<UUID, Long> disputes(Connection tx, Whose whose) throws SQLException {
    return byInvoice(tx, whose.in(DISPUTES));
  }

  /** Amounts that a running plan is about, by invoice. */
  static Map<UUID, Long> agreed(Connection tx, Whose whose) throws SQLException {
    return byInvoice(tx, whose.in(AGREED));
  }

  private static Map<UUID, Long> byInvoice(Connection tx, String query) throws SQLException {
    var amounts = new HashMap<UUID, Long>();
    try (var rows = CopiedRows.of(tx, query)) {
      while (rows.next()) {
        amounts.merge(rows.uuid(), rows.int8(), Math::addExact);
      }
    }
    return amounts;
  }

  static void plans(Connection tx, Whose whose, Debtors debtors) throws SQLException {
    try (var rows = CopiedRows.of(tx, whose.in(PLANS))) {
      while (rows.next()) {
        var account = debtors.the(rows.uuid()).account(rows.text());
        var caseId = rows.uuid();
        var plan = AccountPlan.read(rows, account.currency);
        if (account.isOf(caseId)) {
          account.plan = Optional.of(plan);
        }
      }
    }
  }

  /** A hold without a case is in force for every account of the debtor. */
  static void holds(Connection tx, Whose whose, Debtors debtors) throws SQLException {
    try (var rows = CopiedRows.of(tx, whose.in(HOLDS))) {
      while (rows.next()) {
        var debtor = debtors.the(rows.uuid());
        var caseId = Optional.ofNullable(rows.uuidOrNull());
        var kind = HoldKind.valueOf(upper(rows.text()));
        var hold = new HoldFacts(kind, rows.date(), Optional.ofNullable(rows.dateOrNull()), rows.text());
        debtor.accounts.values().stream()
            .filter(account -> caseId.isEmpty() || account.isOf(caseId.get()))
            .forEach(account -> account.holds.add(hold));
      }
    }
  }

  static void promises(Connection tx, Whose whose, Debtors debtors) throws SQLException {
    try (var rows = CopiedRows.of(tx, whose.in(PROMISES))) {
      while (rows.next()) {
        var debtor = debtors.the(rows.uuid());
        var currency = rows.text();
        promise(rows, debtor.account(currency));
      }
    }
  }

  private static void promise(CopiedRows rows, Account account) {
    var id = rows.uuid();
    var caseId = rows.uuid();
    long amount = rows.int8();
    var madeOn = rows.date();
    var dueOn = rows.date();
    boolean running = rows.bool();
    int nth = rows.int4();
    if (running && account.isOf(caseId)) {
      var promise = new PromiseFacts(id, amount, madeOn, dueOn, rows.int8());
      account.promises.add(nth == 0 ? promise : account.plan.map(plan -> plan.promise(promise, nth)).orElse(promise));
    } else if (account.isOf(caseId)) {
      account.brokenPromises++;
    }
  }

  private static OpenCase openCase(CopiedRows rows) {
    var id = new CaseId(rows.uuid());
    var stage = Stage.valueOf(upper(rows.text()));
    return new OpenCase(id, stage, rows.date(), rows.date(), rows.bool(), rows.int4());
  }

  private static List<TaskFacts> tasks(List<String> dated) {
    return dated.stream()
        .map(Dated::of)
        .map(task -> new TaskFacts(TaskKind.valueOf(upper(task.name())), task.day()))
        .sorted(Comparator.comparing(TaskFacts::dueOn).thenComparing(TaskFacts::kind))
        .toList();
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  /** An open case, whose it is, and what is to be done for it. */
  record Owned(UUID debtor, String currency, OpenCase open, List<TaskFacts> tasks) {}
}
