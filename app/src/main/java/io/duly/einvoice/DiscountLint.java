package io.duly.einvoice;

import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Payment.Discount;
import io.duly.einvoice.model.Problem;
import io.duly.rules.EarlyPayment;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;

/** Discounts for early payment that are none, and what the others cost (P03). Pure. */
final class DiscountLint {
  private DiscountLint() {}

  static Stream<Problem> of(EInvoice invoice) {
    return invoice.payment().discounts().stream()
        .flatMap(one -> one.percent().flatMap(percent -> days(invoice, one).flatMap(days -> net(invoice).map(net -> told(percent, days, net)))).stream());
  }

  private static Optional<Long> days(EInvoice invoice, Discount discount) {
    return discount.days().map(Integer::longValue).or(() -> discount.until().flatMap(until -> invoice.issuedOn().map(from -> ChronoUnit.DAYS.between(from, until))));
  }

  private static Optional<Long> net(EInvoice invoice) {
    return invoice.issuedOn().flatMap(from -> invoice.dueOn().map(until -> ChronoUnit.DAYS.between(from, until)));
  }

  private static Problem told(BigDecimal percent, long days, long net) {
    try {
      var offer = new EarlyPayment(percent, days, net);
      return Problem.told("discount-cost", plain(percent) + " % for paying within " + days + " days instead of " + net + " cost as much as a loan at " + shown(offer.yearlyCost())
          + " % a year (" + shown(offer.yearlyRate()) + " % with interest upon interest). Offer it where money sooner is worth that.");
    } catch (IllegalArgumentException none) {
      return Problem.told("discount-wrong", none.getMessage() + " Correct the discount or the due date.");
    }
  }

  private static String shown(BigDecimal fraction) {
    return fraction.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  private static String plain(BigDecimal percent) {
    return percent.signum() == 0 ? "0" : percent.stripTrailingZeros().toPlainString();
  }
}
