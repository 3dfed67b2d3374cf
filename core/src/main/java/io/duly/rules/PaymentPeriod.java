package io.duly.rules;

import java.time.LocalDate;

/**
 * The days that the law gives where none were agreed.
 *
 * @param basis of the period
 * @param appliesTo whom it binds without more
 * @param days how many
 * @param beginsWith whether the day of performance or invoice is the first of them (the United
 *     Kingdom) or the day after is
 * @param lastDay what becomes of a last day that is no working day
 */
public record PaymentPeriod(
    Basis basis, AppliesTo appliesTo, int days, boolean beginsWith, LastDay lastDay) {

  /** The last day on which payment is in time. */
  public LocalDate lastOf(Due.NotAgreed due) {
    return lastDay.of(due.later().plusDays(beginsWith ? days - 1L : days));
  }
}
