package io.duly.banking.export;

import io.duly.banking.statement.Balance;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Whether the balances beside payments follow from one another: each is the one before it with what was paid between. Pure.
 *
 * @param rows in the order in which they were booked, as far as that can be told
 * @param steps how many balances follow from the one before
 * @param broken how many do not
 * @param first the first of those
 */
record Running(List<RowReader.Read> rows, int steps, int broken, Optional<Break> first) {

  /**
   * A balance that does not follow.
   *
   * @param expected what the one before it and what was paid between make
   */
  record Break(RowReader.Read row, Money expected) {}

  /** In the order of the days; where they do not say it, in the order that the balances prove. */
  static Running of(List<RowReader.Read> rows) {
    var asIs = walked(rows);
    var turned = new ArrayList<>(rows);
    Collections.reverse(turned);
    var reversed = walked(turned);
    boolean falling = falling(rows);
    var expected = falling ? reversed : asIs;
    var other = falling ? asIs : reversed;
    return other.proven() && !expected.proven() ? other : expected;
  }

  private static Running walked(List<RowReader.Read> rows) {
    int steps = 0;
    int broken = 0;
    Optional<Money> known = Optional.empty();
    Optional<Break> first = Optional.empty();
    for (var row : rows) {
      known = known.map(balance -> balance.plus(row.entry().amount()));
      if (row.balance().isPresent()) {
        steps += known.equals(row.balance()) ? 1 : 0;
        var wrong = known.filter(balance -> !row.balance().equals(Optional.of(balance))).map(balance -> new Break(row, balance));
        broken += wrong.isPresent() ? 1 : 0;
        first = first.or(() -> wrong);
        known = row.balance();
      }
    }
    return new Running(rows, steps, broken, first);
  }

  private static boolean falling(List<RowReader.Read> rows) {
    var days = rows.stream().flatMap(one -> one.entry().day().stream()).toList();
    return days.size() > 1 && days.getFirst().isAfter(days.getLast());
  }

  boolean proven() {
    return steps > 0 && broken == 0;
  }

  /** Balances are given and do not follow. */
  boolean contradicted() {
    return broken > 0;
  }

  record Ends(Balance opening, Balance closing) {}

  /** The balances before the first and after the last payment; of a single payment there is nothing that would prove them. */
  Optional<Ends> ends() {
    boolean single = rows.size() == 1 && rows.getFirst().balance().isPresent();
    if (!proven() && !single) {
      return Optional.empty();
    }
    int last = rows.size() - 1;
    while (rows.get(last).balance().isEmpty()) {
      last--;
    }
    var closing = sum(last + 1, rows.size(), rows.get(last).balance().orElseThrow());
    var opening = closing.minus(sum(0, rows.size(), Money.zero(closing.currency())));
    return Optional.of(new Ends(new Balance(opening, day(0)), new Balance(closing, lastDay())));
  }

  private Money sum(int from, int to, Money start) {
    var sum = start;
    for (var row : rows.subList(from, to)) {
      sum = sum.plus(row.entry().amount());
    }
    return sum;
  }

  private LocalDate day(int at) {
    return rows.get(at).entry().day().orElseThrow();
  }

  private LocalDate lastDay() {
    return rows.stream().flatMap(one -> one.entry().day().stream()).max(LocalDate::compareTo).orElseThrow();
  }
}
