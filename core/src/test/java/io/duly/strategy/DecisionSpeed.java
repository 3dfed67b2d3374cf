package io.duly.strategy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** Run by hand: prints what a decision costs on this machine. */
final class DecisionSpeed {
  private static final int CASES = 200_000;
  private static final int ROUNDS = 8;

  private DecisionSpeed() {}

  public static void main(String[] arguments) {
    var date = LocalDate.of(2026, 11, 23);
    var cases = new RandomCases(7, date);
    Policy policy = Policies.shipped("standard");
    List<CaseSnapshot> snapshots = Stream.generate(cases::next).limit(CASES).toList();
    long invoices = snapshots.stream().mapToLong(snapshot -> snapshot.invoices().size()).sum();
    for (int round = 1; round <= ROUNDS; round++) {
      long began = System.nanoTime();
      long sum = 0;
      for (CaseSnapshot snapshot : snapshots) {
        sum += Decider.decide(snapshot, policy, date).priority();
      }
      long nanos = System.nanoTime() - began;
      System.out.println(
          "round "
              + round
              + ": "
              + nanos / CASES
              + " ns a case, "
              + nanos / invoices
              + " ns an invoice ("
              + sum
              + ")");
    }
  }
}
