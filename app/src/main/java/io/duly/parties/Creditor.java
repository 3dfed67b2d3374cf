package io.duly.parties;

import io.duly.kernel.CreditorId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/**
 * To whom money is owed.
 *
 * @param country ISO 3166 two-letter code, where known
 * @param currency the one that relationship values are given in
 * @param language ISO 639 code of the creditor's own people
 * @param policy the name of the policy in force
 */
public record Creditor(
    CreditorId id,
    String name,
    Optional<String> country,
    Currency currency,
    String language,
    ZoneId timeZone,
    String policy) {

  public Creditor in(String newCountry, Currency newCurrency, String newLanguage, ZoneId newTimeZone) {
    return new Creditor(id, name, Optional.of(newCountry), newCurrency, newLanguage, newTimeZone, policy);
  }

  public Creditor following(String newPolicy) {
    return new Creditor(id, name, country, currency, language, timeZone, newPolicy);
  }
}
