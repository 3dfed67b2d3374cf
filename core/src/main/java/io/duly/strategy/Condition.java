package io.duly.strategy;

import java.util.Set;

/**
 * What must hold for a step to be taken. Always thresholds or sets, never an exact figure
 * (invariant 7). What is not known does not fulfil a condition, except {@link RelationshipBelow}:
 * an unknown customer is not a valued one.
 */
public sealed interface Condition {

  /** What is overdue and undisputed in the whole case is at least this. */
  record AmountAtLeast(Threshold amount) implements Condition {}

  /** What is overdue and undisputed in the whole case is less than this. */
  record AmountBelow(Threshold amount) implements Condition {}

  record RelationshipAtLeast(Threshold value) implements Condition {}

  record RelationshipBelow(Threshold value) implements Condition {}

  record SegmentIn(Set<String> segments) implements Condition {
    public SegmentIn {
      segments = Set.copyOf(segments);
    }
  }

  /** ISO 3166 alpha-2 codes. */
  record CountryIn(Set<String> countries) implements Condition {
    public CountryIn {
      countries = Set.copyOf(countries);
    }
  }

  record DebtorKindIn(Set<DebtorKind> kinds) implements Condition {
    public DebtorKindIn {
      kinds = Set.copyOf(kinds);
    }
  }

  record StageIn(Set<Stage> stages) implements Condition {
    public StageIn {
      stages = Set.copyOf(stages);
    }
  }

  /**
   * The share of late payments.
   *
   * @param percent of the settled invoices that were settled late, 0 to 100
   */
  record LateShareAtLeast(int percent) implements Condition {}

  /** How many settled invoices were settled late. */
  record LatePaymentsAtLeast(int count) implements Condition {}

  record BrokenPromisesAtLeast(int count) implements Condition {}
}
