package io.duly.desk.casefile;

import io.duly.kernel.InvoiceId;
import io.duly.ledger.InvoiceLine;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How old what is owed is: each age with its sum, the youngest first; ages in which nothing is owed are left out. */
public record Ageing(List<Band> bands) {
  private static final List<Integer> LIMITS = List.of(0, 30, 60, 90, Integer.MAX_VALUE);

  /**
   * @param name {@code not-due}, {@code to-30}, {@code to-60}, {@code to-90} or {@code over-90} days overdue
   * @param open minor units
   * @param from where it begins, in thousandths of all that is owed
   * @param width in thousandths
   * @param contested how much of the width is
   */
  public record Band(String name, long open, long from, long width, long contested) {}

  /** @param contested minor units of each invoice that is contested */
  static Ageing of(List<InvoiceLine> open, Map<InvoiceId, Long> contested, LocalDate today) {
    var sums = new long[LIMITS.size()];
    var parts = new long[LIMITS.size()];
    for (var line : open) {
      int band = band(ChronoUnit.DAYS.between(line.dueOn(), today));
      sums[band] = Math.addExact(sums[band], line.open().minor());
      parts[band] += Math.min(line.open().minor(), contested.getOrDefault(line.id(), 0L));
    }
    long all = 0;
    for (long sum : sums) {
      all = Math.addExact(all, sum);
    }
    var bands = new ArrayList<Band>();
    long before = 0;
    for (int at = 0; at < sums.length && all > 0; at++) {
      if (sums[at] > 0) {
        long from = thousandths(before, all);
        before += sums[at];
        bands.add(new Band(name(at), sums[at], from, thousandths(before, all) - from, thousandths(parts[at], all)));
      }
    }
    return new Ageing(bands);
  }

  private static long thousandths(long part, long all) {
    return Math.round(1000.0 * part / all);
  }

  private static int band(long days) {
    int at = 0;
    while (days > LIMITS.get(at)) {
      at++;
    }
    return at;
  }

  private static String name(int band) {
    return band == 0 ? "not-due" : band == LIMITS.size() - 1 ? "over-90" : "to-" + LIMITS.get(band);
  }
}
