package io.duly.rules;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Where the yearly percentage of an interest rule comes from. */
public sealed interface Rates {

  /**
   * A rate in force on a day.
   *
   * @param percent a year
   * @param computed how it comes about, as in {@code 1.27 % + 9 points}
   * @param source of the reference value
   */
  record Rate(BigDecimal percent, String computed, String source) {}

  /**
   * When interest began and when the contract was made: what the choice of a rate may depend on.
   *
   * @param start the first day of interest
   * @param contractedOn the day of the contract
   */
  record Since(LocalDate start, LocalDate contractedOn) {}

  /** Empty where no rate is known for that day. */
  Optional<Rate> on(LocalDate day, Since since);

  /** The days within the period on which the rate may change. */
  SortedSet<LocalDate> changes(Period period);

  /**
   * A percentage that was agreed.
   *
   * @param percent a year, not below zero
   * @param source the clause
   */
  record Agreed(BigDecimal percent, String source) implements Rates {
    public Agreed {
      if (percent.signum() < 0) {
        throw new IllegalArgumentException("An agreed rate is not below zero: " + percent);
      }
    }

    @Override
    public Optional<Rate> on(LocalDate day, Since since) {
      return Optional.of(new Rate(percent, percent.toPlainString() + " % as agreed", source));
    }

    @Override
    public SortedSet<LocalDate> changes(Period period) {
      return new TreeSet<>();
    }
  }

  /** By which day the margin is chosen. */
  enum MarginBy {
    DAY,
    CONTRACT
  }

  /**
   * Points added to the reference from a day on.
   *
   * @param from the first day, of interest or of contracts
   * @param points percentage points
   */
  record Margin(LocalDate from, BigDecimal points) {}

  /**
   * A published rate and a margin.
   *
   * @param table the published rate
   * @param margins from the earliest to the latest
   * @param marginBy whether the day of interest or the day of the contract chooses the margin
   * @param fixedAtStart whether the reference of the first day holds throughout; else it moves each
   *     half-year
   */
  record Reference(RateTable table, List<Margin> margins, MarginBy marginBy, boolean fixedAtStart)
      implements Rates {
    public Reference {
      margins = List.copyOf(margins);
    }

    @Override
    public Optional<Rate> on(LocalDate day, Since since) {
      LocalDate read = fixedAtStart ? since.start() : day;
      Optional<Margin> margin = margin(marginBy == MarginBy.CONTRACT ? since.contractedOn() : read);
      return table.on(read).flatMap(row -> margin.map(added -> rate(row, added)));
    }

    private Optional<Margin> margin(LocalDate day) {
      return margins.stream()
          .filter(margin -> !margin.from().isAfter(day))
          .reduce((_, later) -> later);
    }

    private Rate rate(RateTable.Row row, Margin margin) {
      String computed =
          row.percent().toPlainString()
              + " % ("
              + table.name()
              + " from "
              + row.validFrom()
              + ")"
              + (margin.points().signum() == 0
                  ? ""
                  : " + " + margin.points().toPlainString() + " points")
              + (fixedAtStart ? ", fixed when interest began" : "");
      return new Rate(row.percent().add(margin.points()), computed, row.source());
    }

    @Override
    public SortedSet<LocalDate> changes(Period period) {
      var days = new TreeSet<LocalDate>();
      if (!fixedAtStart) {
        LocalDate half = RateTable.startOfHalf(period.from());
        for (; !half.isAfter(period.to()); half = half.plusMonths(6)) {
          days.add(half);
        }
        margins.forEach(margin -> days.add(margin.from()));
      }
      days.removeIf(day -> !period.contains(day));
      return days;
    }
  }
}
