package io.duly.plans;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How a plan stands by what has come in: money goes to the instalments in their order, whatever it was meant for, so that what is
 * paid early or in excess pays the next ones (P34).
 *
 * @param instalments in the order of the plan
 * @param paid of the plan's total
 * @param excess beyond it
 */
public record PlanStanding(List<Line> instalments, Money paid, Money excess) {

  /** Money that came. */
  public record Payment(LocalDate on, Money amount) {}

  /**
   * An instalment and what became of it.
   *
   * @param paid of it
   * @param paidOn when the last of it came, where all is there
   */
  public record Line(Instalment instalment, Money paid, Optional<LocalDate> paidOn, State state) {
    public Money left() {
      return instalment.amount().minus(paid);
    }
  }

  /** What became of an instalment. */
  public enum State {
    /** Its day, or its days of grace, are not over. */
    OPEN,
    /** All of it came by its day; bank data shows a day a day later. */
    KEPT,
    /** All of it came, after its day. */
    LATE,
    /** A part of it is missing after the days of grace. */
    PARTLY,
    /** Nothing of it came by the end of the days of grace. */
    MISSED
  }

  /**
   * As of a day.
   *
   * @param payments in any order; what came before the plan was made is not among them
   * @param grace after an instalment's day, before it is missed
   * @param days on which the bank books
   */
  public static PlanStanding of(Plan plan, List<Payment> payments, LocalDate today, int grace, BankDay days) {
    var money = new Purse(payments);
    var lines = new ArrayList<Line>();
    for (var one : plan.instalments()) {
      lines.add(line(one, money, today, grace, days));
    }
    var zero = Money.zero(plan.debt().currency());
    var paid = lines.stream().map(Line::paid).reduce(zero, Money::plus);
    var all = payments.stream().map(Payment::amount).reduce(zero, Money::plus);
    return new PlanStanding(List.copyOf(lines), paid, all.minus(paid));
  }

  private static Line line(Instalment one, Purse money, LocalDate today, int grace, BankDay days) {
    var taken = money.take(one.amount());
    if (taken.amount().equals(one.amount())) {
      var by = days.of(one.dueOn().plusDays(1), new Pace.Days(1));
      return new Line(one, taken.amount(), Optional.of(taken.lastOn()), taken.lastOn().isAfter(by) ? State.LATE : State.KEPT);
    }
    boolean over = today.isAfter(days.of(one.dueOn().plusDays(grace), new Pace.Days(1)));
    var state = !over ? State.OPEN : taken.amount().isZero() ? State.MISSED : State.PARTLY;
    return new Line(one, taken.amount(), Optional.empty(), state);
  }

  public boolean isDone() {
    return instalments.stream().allMatch(one -> one.paidOn().isPresent());
  }

  /** The first that is not paid; empty where all are. */
  public Optional<Line> next() {
    return instalments.stream().filter(one -> one.paidOn().isEmpty()).findFirst();
  }

  /** The first that is missed, wholly or in part. */
  public Optional<Line> missed() {
    return instalments.stream().filter(one -> one.state() == State.MISSED || one.state() == State.PARTLY).findFirst();
  }

  /** Money in the order in which it came. */
  private static final class Purse {
    private final List<Payment> payments;
    private int at;
    private long used;

    Purse(List<Payment> payments) {
      this.payments = payments.stream().sorted(Comparator.comparing(Payment::on)).toList();
    }

    /** What was taken, and when the last of it came. */
    record Taken(Money amount, LocalDate lastOn) {}

    Taken take(Money wanted) {
      long missing = wanted.minor();
      var last = LocalDate.MIN;
      while (missing > 0 && at < payments.size()) {
        long here = Math.min(missing, payments.get(at).amount().minor() - used);
        missing -= here;
        used += here;
        last = here > 0 ? payments.get(at).on() : last;
        if (used == payments.get(at).amount().minor()) {
          at++;
          used = 0;
        }
      }
      return new Taken(new Money(wanted.minor() - missing, wanted.currency()), last);
    }
  }
}
