package io.duly.demo;

import io.duly.demo.DemoInvoice.Contest;
import io.duly.demo.DemoInvoice.Credit;
import io.duly.demo.DemoInvoice.Payment;
import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Makes up the invoices of one debtor and what becomes of them.
 *
 * @param size what an invoice comes to, in euros
 * @param taxPercent on each
 * @param end the last day on which invoices are issued
 */
record InvoiceMaker(Temper temper, Land land, double size, int taxPercent, int paymentDays, LocalDate end, Draw draw) {
  /** Invoices are issued on that many days before the end and on the end itself. */
  static final int HISTORY_DAYS = 729;

  /** On the last days some money comes of which nobody has said yet what it is for. */
  private static final int UNRECOGNISED_DAYS = 12;

  private static final List<String> CREDITED =
      List.of("goods returned", "bonus for the quarter", "price corrected", "empties returned", "invoiced twice");

  /** The invoice without its number, which it gets when all of the creditor's are in order. */
  DemoInvoice make() {
    var issued = Days.orFriday(end.minusDays(draw.between(0, HISTORY_DAYS)));
    var due = issued.plusDays(paymentDays);
    var gross = Rates.worth(size * draw.factor(0.6), land.currency());
    var credit = credit(issued, gross);
    var owed = credit.map(one -> gross.minus(one.amount())).orElse(gross);
    var contest = contest(due, owed);
    return new DemoInvoice(
        "", gross, tax(gross), issued, delivered(issued), due, order(), payments(issued, due, owed, contest), credit, contest);
  }

  private List<Payment> payments(LocalDate issued, LocalDate due, Money owed, Optional<Contest> contest) {
    var payments = new ArrayList<Payment>();
    var uncontested = contest.map(one -> owed.minus(one.amount())).orElse(owed);
    var rest = uncontested;
    var parts = temper.paid(due, end, draw);
    int paid = 0;
    for (var part : parts) {
      paid += part.percent();
      var amount = paid == 100 ? rest : share(uncontested, part.percent()).min(rest);
      rest = rest.minus(amount);
      addPayment(payments, part.on(), issued, amount);
    }
    contest
        .filter(one -> !one.upheld() && !parts.isEmpty())
        .ifPresent(one -> addPayment(payments, one.on().plusDays(draw.between(20, 40)), issued, one.amount()));
    return payments;
  }

  private void addPayment(List<Payment> payments, LocalDate planned, LocalDate issued, Money amount) {
    var on = Days.orMonday(planned.isAfter(issued) ? planned : issued.plusDays(1));
    boolean late = on.isAfter(end.minusDays(UNRECOGNISED_DAYS)) && !on.isAfter(end);
    if (amount.isPositive()) {
      payments.add(new Payment(on, amount, !(late && draw.percent(14))));
    }
  }

  private Optional<Credit> credit(LocalDate issued, Money gross) {
    if (!draw.percent(2.5)) {
      return Optional.empty();
    }
    var on = Days.orMonday(issued.plusDays(draw.between(4, 12)));
    return Optional.of(new Credit(on, share(gross, draw.between(5, 30)), draw.from(CREDITED)));
  }

  /** What was contested before the days that are lived through has long been settled. */
  private Optional<Contest> contest(LocalDate due, Money owed) {
    var on = Days.orMonday(due.plusDays(draw.between(1, 12)));
    boolean lived = on.isAfter(end.minusDays(PortfolioMaker.LIVED_DAYS)) && !on.isAfter(end);
    if (!lived || !draw.percent(temper == Temper.DISPUTING ? 70 : 3)) {
      return Optional.empty();
    }
    var words = draw.from(land.all("dispute"));
    return Optional.of(new Contest(on, share(owed, draw.between(10, 60)), words, draw.percent(50)));
  }

  /** Most bill within days of delivery, some only weeks later (P04). */
  private Optional<LocalDate> delivered(LocalDate issued) {
    if (draw.percent(6)) {
      return Optional.empty();
    }
    return Optional.of(issued.minusDays(draw.percent(8) ? draw.between(8, 25) : draw.between(0, 3)));
  }

  private Optional<String> order() {
    return draw.percent(82) ? Optional.of("PO-" + draw.digits(6)) : Optional.empty();
  }

  private Money tax(Money gross) {
    var part = gross.major().multiply(BigDecimal.valueOf(taxPercent));
    return Money.rounded(part.divide(BigDecimal.valueOf(100L + taxPercent), 9, RoundingMode.HALF_EVEN), gross.currency());
  }

  /** Rounded down, at least one minor unit. */
  private static Money share(Money of, int percent) {
    return new Money(Math.max(of.minor() * percent / 100, 1), of.currency());
  }
}
