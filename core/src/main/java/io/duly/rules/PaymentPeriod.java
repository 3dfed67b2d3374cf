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
 */
public record PaymentPeriod(Basis basis, AppliesTo appliesTo, int days, boolean beginsWith) {

  /** The last day on which payment is in time. */
  public LocalDate lastDay(Due.NotAgreed due) {
    return due.later().plusDays(beginsWith ? days - 1L : days);
  }
}
