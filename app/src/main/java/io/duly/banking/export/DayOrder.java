package io.duly.banking.export;

import io.duly.intake.reading.DateOrder;
import io.duly.intake.reading.DateReader;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** In which order day, month and year stand in a list, where its days show it. Pure. */
final class DayOrder {
  private static final int SOON = 31;

  private final List<String> days;
  /** Orders that are still possible. */
  private List<DateOrder> left;

  private DayOrder(List<String> days) {
    this.days = days;
    this.left = List.of(DateOrder.values());
  }

  /**
   * Empty where two orders are possible and nothing tells which.
   *
   * @param days of the booking, from the first row to the last
   * @param others of other columns
   * @param custom the order of the country, where that is known
   */
  static Optional<DateOrder> of(List<String> days, List<String> others, LocalDate today, Optional<DateOrder> custom) {
    var all = new ArrayList<>(days);
    all.addAll(others);
    var order = new DayOrder(days);
    order.keep(one -> all.stream().allMatch(day -> DateReader.in(one).read(day).isPresent()));
    if (order.same()) {
      return order.left.stream().findFirst();
    }
    order.keep(one -> one != DateOrder.YMD);
    order.keep(one -> order.read(one).stream().noneMatch(day -> day.isAfter(today.plusDays(SOON))));
    order.keep(one -> order.isSorted(order.read(one)));
    if (order.left.size() > 1 && days.stream().allMatch(day -> day.indexOf('.') > 0)) {
      return Optional.of(DateOrder.DMY);
    }
    return order.left.size() == 1 ? Optional.of(order.left.getFirst()) : custom.filter(order.left::contains).or(order::narrow);
  }

  private void keep(Predicate<DateOrder> which) {
    var kept = left.stream().filter(which).toList();
    left = kept.isEmpty() ? left : kept;
  }

  private List<LocalDate> read(DateOrder order) {
    return days.stream().flatMap(day -> DateReader.in(order).read(day).stream()).toList();
  }

  /** The orders that are left read every day alike. */
  private boolean same() {
    return left.stream().map(this::read).distinct().count() == 1;
  }

  private boolean isSorted(List<LocalDate> read) {
    boolean rising = true;
    boolean falling = true;
    for (int at = 1; at < read.size(); at++) {
      rising &= !read.get(at).isBefore(read.get(at - 1));
      falling &= !read.get(at).isAfter(read.get(at - 1));
    }
    return rising || falling;
  }

  /** A list of some rows covers days or weeks; read the wrong way the same days lie a month apart each. */
  private Optional<DateOrder> narrow() {
    if (days.stream().distinct().count() < 3) {
      return Optional.empty();
    }
    var spans = left.stream().map(this::read).map(DayOrder::span).toList();
    long narrowest = spans.stream().mapToLong(span -> span).min().orElse(0);
    return spans.stream().filter(span -> span < narrowest * 4 + 20).count() == 1 ? Optional.of(left.get(spans.indexOf(narrowest))) : Optional.empty();
  }

  private static long span(List<LocalDate> read) {
    var sorted = read.stream().sorted().toList();
    return ChronoUnit.DAYS.between(sorted.getFirst(), sorted.getLast());
  }
}
