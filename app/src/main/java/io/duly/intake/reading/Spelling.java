package io.duly.intake.reading;

import java.text.Normalizer;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The part of a column's name that counts: letters and digits without accents, in lower case. */
final class Spelling {
  private static final Pattern MARKS = Pattern.compile("\\p{M}");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]");
  private static final Pattern ENDING = Pattern.compile("(.+?)(?:in)?([a-z]{3})");
  private static final Map<String, String> SIGNS = Map.of("€", " eur", "£", " gbp", "$", " usd", "ß", "ss", "ø", "o", "æ", "ae");
  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(currency -> currency.getCurrencyCode().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  private Spelling() {}

  static String of(String name) {
    var text = name.toLowerCase(Locale.ROOT);
    for (var sign : SIGNS.entrySet()) {
      text = text.replace(sign.getKey(), sign.getValue());
    }
    text = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    return OTHER.matcher(text).replaceAll("");
  }

  /** A spelling that ends with a currency, as {@code amounteur} does, taken apart. */
  static Optional<WithCurrency> withCurrency(String spelling) {
    var match = ENDING.matcher(spelling);
    return match.matches() && CURRENCIES.contains(match.group(2))
        ? Optional.of(new WithCurrency(match.group(1), match.group(2).toUpperCase(Locale.ROOT)))
        : Optional.empty();
  }

  record WithCurrency(String rest, String currency) {}
}
