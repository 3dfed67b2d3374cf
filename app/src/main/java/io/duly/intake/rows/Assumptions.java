package io.duly.intake.rows;

import java.time.LocalDate;

/**
 * What is taken for true where a row does not say it.
 *
 * @param currency ISO code
 * @param paymentDays from issue to due, by the creditor's terms
 * @param today the business date, or the day as of which the world is taken in
 */
public record Assumptions(String currency, int paymentDays, LocalDate today) {
  /** Where no terms say otherwise. */
  public static final int USUAL_PAYMENT_DAYS = 30;
}
