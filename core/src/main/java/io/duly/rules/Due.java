package io.duly.rules;

import java.time.LocalDate;

/** When the debt was to be paid. */
public sealed interface Due {

  /**
   * A day was agreed.
   *
   * @param on the last day on which payment was in time
   */
  record Agreed(LocalDate on) implements Due {}

  /**
   * No day was agreed: the law's period runs.
   *
   * @param performedOn when goods or service were received or accepted
   * @param invoicedOn when the debtor had the invoice
   */
  record NotAgreed(LocalDate performedOn, LocalDate invoicedOn) implements Due {
    LocalDate later() {
      return performedOn.isAfter(invoicedOn) ? performedOn : invoicedOn;
    }
  }
}
