package io.duly.strategy;

import io.duly.strategy.CaseSnapshot.DebtorFacts;
import io.duly.strategy.Condition.AmountAtLeast;
import io.duly.strategy.Condition.AmountBelow;
import io.duly.strategy.Condition.BrokenPromisesAtLeast;
import io.duly.strategy.Condition.CountryIn;
import io.duly.strategy.Condition.DebtorKindIn;
import io.duly.strategy.Condition.LatePaymentsAtLeast;
import io.duly.strategy.Condition.LateShareAtLeast;
import io.duly.strategy.Condition.RelationshipAtLeast;
import io.duly.strategy.Condition.RelationshipBelow;
import io.duly.strategy.Condition.SegmentIn;
import io.duly.strategy.Condition.StageIn;
import java.util.Optional;
import java.util.Set;

/** Holds the conditions of a step against a case. */
final class Conditions {
  private Conditions() {}

  /** The first condition of the step that does not hold; empty where all do. */
  static Optional<Condition> unmet(Step step, Standing standing) {
    for (Condition condition : step.conditions()) {
      if (!holds(condition, standing)) {
        return Optional.of(condition);
      }
    }
    return Optional.empty();
  }

  static boolean holds(Condition condition, Standing standing) {
    DebtorFacts debtor = standing.snapshot().debtor();
    return switch (condition) {
      case AmountAtLeast(var amount) -> standing.balance().asked() >= standing.minor(amount);
      case AmountBelow(var amount) -> standing.balance().asked() < standing.minor(amount);
      case RelationshipAtLeast(var value) -> standing.relationshipAtLeast(value);
      case RelationshipBelow(var value) -> !standing.relationshipAtLeast(value);
      case SegmentIn(var segments) -> isIn(debtor.segment(), segments);
      case CountryIn(var countries) -> isIn(debtor.country(), countries);
      case DebtorKindIn(var kinds) -> kinds.contains(debtor.kind());
      case StageIn(var stages) -> stages.contains(standing.stage());
      case LateShareAtLeast(int percent) -> lateShare(debtor) >= percent;
      case LatePaymentsAtLeast(int count) -> debtor.settledLate() >= count;
      case BrokenPromisesAtLeast(int count) -> standing.brokenPromises() >= count;
    };
  }

  /** The condition in words that follow "it is only taken where". */
  static String words(Condition condition, Standing standing) {
    return switch (condition) {
      case AmountAtLeast(var amount) -> "at least " + standing.money(amount) + " is overdue";
      case AmountBelow(var amount) -> "less than " + standing.money(amount) + " is overdue";
      case RelationshipAtLeast(var value) ->
          "the relationship is worth " + standing.money(value) + " or more";
      case RelationshipBelow(var value) ->
          "the relationship is worth less than " + standing.money(value);
      case SegmentIn(var segments) -> "the segment is " + oneOf(segments);
      case CountryIn(var countries) -> "the country is " + oneOf(countries);
      case DebtorKindIn(var kinds) -> "the debtor is a " + oneOf(kinds);
      case StageIn(var stages) -> "the case is in stage " + oneOf(stages);
      case LateShareAtLeast(int percent) ->
          percent + " % or more of the settled invoices were late";
      case LatePaymentsAtLeast(int count) ->
          Words.count(count, "settled invoice") + " or more came late";
      case BrokenPromisesAtLeast(int count) ->
          Words.count(count, "promise") + " or more were broken";
    };
  }

  private static boolean isIn(Optional<String> value, Set<String> values) {
    return value.isPresent() && values.contains(value.get());
  }

  private static long lateShare(DebtorFacts debtor) {
    return debtor.settledInvoices() <= 0
        ? 0
        : debtor.settledLate() * 100L / debtor.settledInvoices();
  }

  private static String oneOf(Set<?> values) {
    return String.join(" or ", values.stream().map(Words::of).sorted().toList());
  }
}
