package io.duly.cycle;

import io.duly.bench.PeakMemory;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a benchmark measured; all times in seconds of wall time.
 *
 * @param rowsWritten by the first run
 * @param runs the runs one by one
 * @param changedBySameDay rows that the same day again added or changed
 * @param ratioToFloor the first run to the floor's total
 * @param ratioToReadAndCopy the first run to the floor without the update: a first run opens its cases
 * @param peakMemoryMiB of the Java process, as the system counts it
 * @param growth how the first run's time grows with the invoices; absent where one size was measured
 */
public record BenchReport(
    int invoices,
    int debtors,
    int workers,
    long rowsWritten,
    FloorTimes floor,
    double firstRunSeconds,
    double sameDaySeconds,
    double nextDaySeconds,
    double tenDaysLaterSeconds,
    double ratioToFloor,
    double ratioToReadAndCopy,
    double sameDayToFirst,
    long changedBySameDay,
    double microsecondsPerCase,
    long peakMemoryMiB,
    List<RunReport> runs,
    Optional<Growth> growth) {

  /**
   * First runs of several sizes, the smallest first.
   *
   * @param exponent how cost grows from the smallest to the largest: 1 where a case costs the same at any size
   */
  public record Growth(List<Size> sizes, double exponent) {
    public record Size(int invoices, int cases, double seconds) {}

    static Growth of(List<BenchReport> reports) {
      var sizes = reports.stream().map(one -> new Size(one.invoices, one.runs.getFirst().cases(), one.firstRunSeconds)).toList();
      var small = sizes.getFirst();
      var large = sizes.getLast();
      double cases = Math.log((double) large.cases / small.cases);
      return new Growth(sizes, rounded(Math.log(large.seconds / small.seconds) / cases));
    }
  }

  BenchReport with(Growth measured) {
    return new BenchReport(
        invoices, debtors, workers, rowsWritten, floor, firstRunSeconds, sameDaySeconds, nextDaySeconds, tenDaysLaterSeconds,
        ratioToFloor, ratioToReadAndCopy, sameDayToFirst, changedBySameDay, microsecondsPerCase, peakMemoryMiB, runs,
        Optional.of(measured));
  }

  public record FloorTimes(double readSeconds, double copySeconds, double updateSeconds, double totalSeconds) {}

  static BenchReport of(
      int invoices, int debtors, int workers, long rows, FloorTimes floor, List<RunReport> runs, long changed) {
    double first = runs.get(0).seconds();
    return new BenchReport(
        invoices, debtors, workers, rows, floor, first, runs.get(1).seconds(), runs.get(2).seconds(), runs.get(3).seconds(),
        rounded(first / floor.totalSeconds()), rounded(first / (floor.readSeconds() + floor.copySeconds())),
        rounded(runs.get(1).seconds() / first), changed, rounded(first * 1e6 / Math.max(1, runs.get(0).cases())),
        PeakMemory.peakMiB(), runs, Optional.empty());
  }

  /** @return the first run's day */
  public LocalDate day() {
    return runs.getFirst().date();
  }

  static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
