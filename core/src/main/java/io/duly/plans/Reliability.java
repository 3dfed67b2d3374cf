package io.duly.plans;

/**
 * How likely it is that payments are kept, given the promises of a debtor whose day has come: the posterior of a beta
 * distribution that begins at three kept of four (our own judgement, not measured). A promise kept late counts four fifths, one kept in part
 * a half. That the next n are all kept is the posterior's predictive probability: each one that is kept makes the next likelier,
 * so that six instalments are not six independent throws.
 *
 * @param kept promises, weighted; at least 0
 * @param broken the rest of what was promised, weighted
 */
public record Reliability(double kept, double broken) {
  private static final double KEPT_BEFORE = 3;
  private static final double BROKEN_BEFORE = 1;
  private static final double LATE = 0.8;
  private static final double PARTLY = 0.5;

  /** Of nobody anything is known. */
  public static final Reliability UNKNOWN = of(0, 0, 0, 0);

  /** By how many promises came to what. */
  public static Reliability of(int kept, int late, int partly, int broken) {
    double good = kept + LATE * late + PARTLY * partly;
    return new Reliability(KEPT_BEFORE + good, BROKEN_BEFORE + (kept + late + partly + broken - good));
  }

  /** That the next so many payments are all kept; between 0 and 1. */
  public double ofAll(int payments) {
    double chance = 1;
    for (int nth = 0; nth < payments; nth++) {
      chance *= (kept + nth) / (kept + broken + nth);
    }
    return chance;
  }

  /** In whole per cent, as it is shown. */
  public int percentOfAll(int payments) {
    return (int) Math.round(100 * ofAll(payments));
  }
}
