package io.duly.desk.api;

import io.duly.kernel.Money;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * An amount of money.
 *
 * @param amount in major units, with the decimals of the currency
 */
@Schema(description = "An amount of money: major units as text, with the currency's decimals.")
record Amount(
    @Schema(example = "1234.50", pattern = "^-?[0-9]+(\\.[0-9]+)?$") String amount,
    @Schema(example = "EUR", pattern = "^[A-Z]{3}$") String currency) {
  static Amount of(Money money) {
    return new Amount(money.plain(), money.currency().getCurrencyCode());
  }

  static Amount ofMinor(long minor, String currency) {
    return of(Money.ofMinor(minor, currency.strip()));
  }
}
