package io.duly.rules;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was done to recover a debt, as far as costs may follow from it.
 *
 * @param noticeDeliveredOn when the consumer had the letter that warns of costs in the wording the
 *     law wants
 * @param vatPercent the VAT that the creditor cannot deduct and that the notice said would be
 *     added; empty: none
 * @param spent costs of recovery that are evidenced and reasonable
 * @param collector a collector or lawyer who was instructed
 * @param reminders that went out, in any order
 */
public record Recovery(
    Optional<LocalDate> noticeDeliveredOn,
    Optional<BigDecimal> vatPercent,
    Optional<Money> spent,
    Optional<Collector> collector,
    List<Reminder> reminders) {

  /** Nothing was done yet that costs. */
  public static final Recovery NONE =
      new Recovery(
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  /**
   * Somebody paid to recover the debt.
   *
   * @param instructedOn the day
   * @param billed net, without VAT
   * @param paidAtFirstDemand whether the debtor paid at once, which makes it a simple case
   */
  public record Collector(LocalDate instructedOn, Money billed, boolean paidAtFirstDemand) {}

  public Recovery {
    reminders = List.copyOf(reminders);
    if (vatPercent.isPresent() && vatPercent.get().signum() < 0) {
      throw new IllegalArgumentException("A VAT rate is not below zero: " + vatPercent.get());
    }
  }
}
