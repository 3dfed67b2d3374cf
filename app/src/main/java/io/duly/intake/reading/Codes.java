package io.duly.intake.reading;

import java.text.Normalizer;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Codes of currencies, countries and languages, and the names that stand for them in the five languages. */
public final class Codes {
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .filter(currency -> currency.getDefaultFractionDigits() >= 0 && currency.getDefaultFractionDigits() <= 3)
          .map(Currency::getCurrencyCode)
          .collect(Collectors.toUnmodifiableSet());
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
  private static final List<Locale> SPOKEN = List.of("en", "de", "fr", "nl", "es").stream().map(Locale::of).toList();
  private static final Map<String, String> COUNTRY_NAMES = countryNames();

  private Codes() {}

  public static boolean isCurrency(String code) {
    return CURRENCIES.contains(code);
  }

  /** The two-letter code of a country given by code or name. */
  public static Optional<String> country(String text) {
    var code = text.strip().toUpperCase(Locale.ROOT);
    if (COUNTRIES.contains(code)) {
      return Optional.of(code);
    }
    return code.equals("UK") ? Optional.of("GB") : Optional.ofNullable(COUNTRY_NAMES.get(plain(text)));
  }

  /** The two-letter code of a language given as {@code de}, {@code DE}, {@code de-AT} or {@code de_AT}. */
  public static Optional<String> language(String text) {
    var code = text.strip().toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    return LANGUAGES.contains(code) ? Optional.of(code) : Optional.empty();
  }

  private static Map<String, String> countryNames() {
    var names = new HashMap<String, String>();
    for (var code : COUNTRIES) {
      names.put(new Locale.Builder().setRegion(code).build().getISO3Country().toLowerCase(Locale.ROOT), code);
      for (var language : SPOKEN) {
        names.put(plain(new Locale.Builder().setRegion(code).build().getDisplayCountry(language)), code);
      }
    }
    return Map.copyOf(names);
  }

  private static String plain(String name) {
    return Normalizer.normalize(name.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replaceAll("\\p{M}", "");
  }
}
