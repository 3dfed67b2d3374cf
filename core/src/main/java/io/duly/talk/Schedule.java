package io.duly.talk;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Who pays how much on which day (P27, P28): bank days only, in their order, adding up to what is agreed to the cent.
 *
 * @param parts one at least, each above zero
 */
public record Schedule(List<Part> parts) {
  /** So many instalments at most. */
  public static final int MOST_PARTS = 36;

  private static final int MOST_YEARS = 2;

  /** An amount on a day. */
  public record Part(LocalDate on, Money amount) {}

  public Schedule {
    parts = List.copyOf(parts);
  }

  /** What all parts make. */
  public Money total() {
    return parts.stream().map(Part::amount).reduce(Money::plus).orElseThrow();
  }

  public LocalDate lastOn() {
    return parts.getLast().on();
  }

  /**
   * An amount on one day, or on the first bank day after it.
   *
   * @throws NoSchedule where the amount is not within what is open, or the day not within two years from today
   */
  public static Schedule once(Money open, Money amount, LocalDate on, LocalDate today, BankDays days) {
    requireAmount(open, amount);
    requireDay(on, today);
    return new Schedule(List.of(new Part(days.onOrAfter(on), amount)));
  }

  /**
   * A part first, the rest of what is open later.
   *
   * @throws NoSchedule where there would be no rest, or it would not come after the first part
   */
  public static Schedule partAndRest(Money open, Money part, LocalDate on, LocalDate restOn, LocalDate today, BankDays days) {
    requireAmount(open, part);
    requireDay(on, today);
    requireDay(restOn, today);
    if (part.equals(open)) {
      throw new NoSchedule(NoSchedule.Why.AMOUNT);
    }
    LocalDate first = days.onOrAfter(on);
    LocalDate rest = days.onOrAfter(restOn);
    if (!rest.isAfter(first)) {
      throw new NoSchedule(NoSchedule.Why.ORDER);
    }
    return new Schedule(List.of(new Part(first, part), new Part(rest, open.minus(part))));
  }

  /**
   * Equal parts; what does not divide is in the first ones, a cent each.
   *
   * @throws NoSchedule where the number or the first day cannot be
   */
  public static Schedule instalments(Money open, int count, LocalDate firstOn, Rhythm rhythm, LocalDate today, BankDays days) {
    requireAmount(open, open);
    requireDay(firstOn, today);
    if (count < 2 || count > MOST_PARTS || count > open.minor()) {
      throw new NoSchedule(NoSchedule.Why.COUNT);
    }
    long each = open.minor() / count;
    long over = open.minor() % count;
    int skipped = rhythm.day(firstOn, 0, days).isBefore(today) ? 1 : 0;
    List<Part> parts = new ArrayList<>();
    for (int nth = 0; nth < count; nth++) {
      parts.add(new Part(rhythm.day(firstOn, nth + skipped, days), new Money(each + (nth < over ? 1 : 0), open.currency())));
    }
    return new Schedule(parts);
  }

  private static void requireAmount(Money open, Money amount) {
    if (!open.isPositive()) {
      throw new NoSchedule(NoSchedule.Why.NOTHING_OPEN);
    }
    if (!amount.isPositive() || amount.compareTo(open) > 0) {
      throw new NoSchedule(NoSchedule.Why.AMOUNT);
    }
  }

  private static void requireDay(LocalDate on, LocalDate today) {
    if (on.isBefore(today) || on.isAfter(today.plusYears(MOST_YEARS))) {
      throw new NoSchedule(NoSchedule.Why.DAY);
    }
  }
}
