package io.duly.rules;

import java.util.List;

/**
 * What a payment goes to, by law.
 *
 * @param basis of the order
 * @param creditorMayChoose whether the creditor chooses among debts where the debtor named none
 * @param among by what the debts are sorted where nobody chose; debts that are equal share by their
 *     amounts
 * @param within in what order the parts of one debt are paid
 */
public record AllocationRule(
    Basis basis, boolean creditorMayChoose, List<Among> among, List<Part> within) {

  /** By what debts are sorted. */
  public enum Among {
    /** Debts that are due before those that are not. */
    DUE,
    /** The least secured first. */
    LEAST_SECURED,
    /** The one that weighs most on the debtor first: the highest rate of interest. */
    MOST_BURDENSOME,
    /** The one that was due first. */
    OLDEST
  }

  /** A part of a debt. */
  public enum Part {
    /** Compensation, fees and costs of recovery. */
    COSTS,
    INTEREST,
    PRINCIPAL
  }

  public AllocationRule {
    among = List.copyOf(among);
    within = List.copyOf(within);
    if (within.size() != Part.values().length
        || within.stream().distinct().count() != within.size()) {
      throw new IllegalArgumentException(
          "The order within a debt names costs, interest and principal, each once: " + within);
    }
  }
}
