package io.duly.agreements;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a debtor has kept promises to this creditor.
 *
 * @param judged those whose day has come, the latest first
 */
public record TrackRecord(List<Promise> judged) {

  /** How many ended so. */
  public int count(PromiseOutcome outcome) {
    return (int) judged.stream().filter(promise -> promise.outcome().filter(outcome::equals).isPresent()).count();
  }

  /** On one line: {@code 3 kept, 1 broken}. */
  @Override
  public String toString() {
    var parts = new ArrayList<String>();
    for (var outcome : PromiseOutcome.values()) {
      int count = count(outcome);
      if (count > 0) {
        parts.add(count + " " + outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '));
      }
    }
    return parts.isEmpty() ? "no promises yet" : String.join(", ", parts);
  }
}
