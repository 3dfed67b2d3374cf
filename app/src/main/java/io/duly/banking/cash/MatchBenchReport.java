package io.duly.banking.cash;

import io.duly.bench.PeakMemory;
import java.util.List;
import java.util.Optional;

/**
 * What a benchmark of matching measured; all times in seconds of wall time.
 *
 * @param seconds from reading to the commit
 * @param floorReadSeconds for the database to give out what is read; {@code floorCopySeconds} to take in what is written
 * @param rowsWritten by matching
 * @param againSeconds the same again, when nothing is unseen
 * @param peakMemoryMiB of the Java process, as the system counts it
 * @param growth how time grows with the entries; absent where one size was measured
 */
public record MatchBenchReport(
    int entries, int invoices, MatchReport matched, double seconds, double floorReadSeconds, double floorCopySeconds, double ratioToFloor, long rowsWritten, double againSeconds,
    double microsecondsPerEntry, long peakMemoryMiB, Optional<Growth> growth) {

  static MatchBenchReport of(int entries, int invoices, MatchReport matched, double seconds, double read, double copy, long rows, double again) {
    return new MatchBenchReport(entries, invoices, matched, rounded(seconds), rounded(read), rounded(copy), rounded(seconds / (read + copy)), rows, rounded(again),
        rounded(seconds * 1e6 / entries), PeakMemory.peakMiB(), Optional.empty());
  }

  /** @param exponent how cost grows from the smallest to the largest: 1 where an entry costs the same at any number */
  public record Growth(List<Size> sizes, double exponent) {
    public record Size(int entries, double seconds) {}

    static Growth of(List<MatchBenchReport> reports) {
      var sizes = reports.stream().map(one -> new Size(one.entries(), one.seconds())).toList();
      var small = sizes.getFirst();
      var large = sizes.getLast();
      return new Growth(sizes, rounded(Math.log(large.seconds() / small.seconds()) / Math.log((double) large.entries() / small.entries())));
    }
  }

  MatchBenchReport with(Growth measured) {
    return new MatchBenchReport(entries, invoices, matched, seconds, floorReadSeconds, floorCopySeconds, ratioToFloor, rowsWritten, againSeconds, microsecondsPerEntry, peakMemoryMiB,
        Optional.of(measured));
  }

  private static double rounded(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
