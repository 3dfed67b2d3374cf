package io.duly.matching;

import io.duly.kernel.Money;
import java.util.Locale;

/**
 * What is let go of an invoice with what is paid on it, so that nothing of it stays open.
 *
 * @param amount above zero
 */
public record LetGo(Money amount, Reason reason) {

  /** Why. */
  public enum Reason {
    /** For early payment. */
    DISCOUNT,
    /** A bank kept it. */
    BANK_CHARGES;

    /** As tables, files and pages name it: {@code bank-charges}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
