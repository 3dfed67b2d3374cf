package io.duly.strategy;

import io.duly.kernel.Money;
import io.duly.plans.RunningPlan;
import io.duly.strategy.CaseSnapshot.CaseFacts;
import io.duly.strategy.CaseSnapshot.TaskFacts;
import java.time.LocalDate;
import java.util.Optional;

/**
 * How a case stands on the business date: what every rule looks at, derived once.
 *
 * @param existing the case, unless none is open
 * @param today the business date as epoch day
 * @param stage before today's action
 * @param isSmall whether what is owed is not worth a letter
 * @param course which way the plan goes that runs
 */
record Standing(
    CaseSnapshot snapshot,
    Policy policy,
    LocalDate date,
    long today,
    Optional<CaseFacts> existing,
    Balance balance,
    PromiseBook promises,
    Stage stage,
    boolean isSmall,
    Optional<RunningPlan.Course> course) {

  static Standing of(CaseSnapshot given, Policy policy, LocalDate date) {
    var course = given.plan().map(plan -> plan.course(date));
    var snapshot = course.filter(one -> !given.plan().orElseThrow().keepsBack(one)).isPresent() ? given.unplanned() : given;
    long today = date.toEpochDay();
    var existing = snapshot.existing().filter(known -> known.stage() != Stage.CLOSED);
    var balance = Balance.of(snapshot.invoices(), today);
    int grace = policy.limits().promiseGraceDays();
    var promises = PromiseBook.of(snapshot.promises(), balance.open() == 0, grace, date);
    var stage = Stages.before(existing, balance, snapshot.invoices(), policy);
    boolean small = balance.asked() < policy.limits().smallestAmount().minor(snapshot.currency());
    return new Standing(snapshot, policy, date, today, existing, balance, promises, stage, small, course);
  }

  Limits limits() {
    return policy.limits();
  }

  /** The open task of a kind that is due first. */
  Optional<TaskFacts> task(TaskKind kind) {
    TaskFacts first = null;
    for (TaskFacts task : snapshot.openTasks()) {
      if (task.kind() == kind && (first == null || task.dueOn().isBefore(first.dueOn()))) {
        first = task;
      }
    }
    return Optional.ofNullable(first);
  }

  boolean hasTask(TaskKind kind) {
    for (TaskFacts task : snapshot.openTasks()) {
      if (task.kind() == kind) {
        return true;
      }
    }
    return false;
  }

  boolean reaches(Channel channel) {
    return snapshot.debtor().reachable().contains(channel);
  }

  boolean relationshipAtLeast(Threshold value) {
    var known = snapshot.debtor().relationshipValue();
    return known.isPresent() && known.get() >= minor(value);
  }

  /** Hard steps need a manager's yes (P11). */
  boolean isValued() {
    return relationshipAtLeast(limits().valuedFrom());
  }

  /** Hard steps need a manager's yes, for hardship is on record (P17). */
  boolean needsCare() {
    return snapshot.care().filter(CaseSnapshot.CareFacts::stands).isPresent();
  }

  int brokenPromises() {
    return existing.map(CaseFacts::brokenPromises).orElse(0);
  }

  TrackRecord trackRecord() {
    var debtor = snapshot.debtor();
    return new TrackRecord(debtor.settledInvoices(), debtor.settledLate(), brokenPromises());
  }

  long minor(Threshold amount) {
    return amount.minor(snapshot.currency());
  }

  String money(Threshold amount) {
    return money(minor(amount));
  }

  String money(long minor) {
    return new Money(minor, snapshot.currency()).toString();
  }

  /** The day, or today where it has passed. */
  LocalDate noEarlier(LocalDate day) {
    return day.isBefore(date) ? date : day;
  }
}
