package io.duly.correspondence.sending;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts what came of a round while it lasts. */
final class RoundTally {
  private final Map<String, Integer> counts = new HashMap<>();
  private final List<String> troubles = new ArrayList<>();

  void count(String what, int more) {
    counts.merge(what, more, Integer::sum);
  }

  void trouble(String what) {
    troubles.add(what);
  }

  SendReport report() {
    return new SendReport(
        of("sent"), of("checked"), of("failed"), of("uncertain"), of("kept"), of("withdrawn"), of("held"), of("waiting"), troubles);
  }

  private int of(String what) {
    return counts.getOrDefault(what, 0);
  }
}
