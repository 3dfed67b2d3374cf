package io.duly.kernel;

import java.util.Currency;

/** Two currencies met in one sum (invariant 1). */
public final class CurrencyMismatch extends IllegalArgumentException {
  public CurrencyMismatch(Currency one, Currency other) {
    super(
        "Amounts in "
            + one
            + " and "
            + other
            + " cannot be added or compared; keep them in separate cases");
  }
}
