package io.duly.rules;

import java.time.LocalDate;
import java.util.Optional;

/** When the debt was to be paid. */
public sealed interface Due {

  /**
   * A day was agreed.
   *
   * @param on the last day on which payment was in time
   * @param invoicedOn when the debtor had the invoice, from which the law counts the longest term
   */
  record Agreed(LocalDate on, Optional<LocalDate> invoicedOn) implements Due {

    /** Where it does not matter when the invoice came. */
    public Agreed(LocalDate on) {
      this(on, Optional.empty());
    }
  }

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
