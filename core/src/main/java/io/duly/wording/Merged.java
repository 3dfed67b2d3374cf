package io.duly.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Findings without those that say the same of the same words less gravely. */
final class Merged {
  private Merged() {}

  static List<Finding> of(List<Finding> findings) {
    var gravestFirst = new ArrayList<>(findings);
    gravestFirst.sort(
        Comparator.comparing(Finding::severity).reversed()
            .thenComparingInt(finding -> finding.from() - finding.to()));
    var kept = new ArrayList<Finding>();
    for (Finding finding : gravestFirst) {
      if (kept.stream().noneMatch(other -> saysAsMuch(other, finding))) {
        kept.add(finding);
      }
    }
    kept.sort(Comparator.comparingInt(Finding::from).thenComparing(Finding::severity, Comparator.reverseOrder()));
    return List.copyOf(kept);
  }

  private static boolean saysAsMuch(Finding other, Finding finding) {
    return other.category() == finding.category()
        && (other.overlaps(finding) || (other.from() == finding.from() && other.rule().equals(finding.rule())));
  }
}
