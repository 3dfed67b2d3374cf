package io.duly.wording;

import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numbers beside a currency, in the ways people write them. */
final class NamedAmounts {
  private static final String CURRENCY =
      "€|£|\\$|¥|(?<![A-Za-z])(?:EUR|GBP|USD|CHF|CAD|AUD|SEK|NOK|DKK|PLN|CZK|JPY|Euro|euros?|pounds?|dollars?)(?![A-Za-z])";
  private static final String NUMBER = "\\d{1,15}(?:[.,'’\\u00A0\\u202F ]\\d{1,3}){0,6}(?:[.,]\\d{1,3})?";
  private static final Pattern BEFORE =
      Pattern.compile("(?<currency>" + CURRENCY + ")[\\s\\u00A0]?(?<number>" + NUMBER + ")(?!\\d)");
  private static final Pattern BEHIND =
      Pattern.compile("(?<!\\d)(?<number>" + NUMBER + ")[\\s\\u00A0\\u202F]?(?<currency>" + CURRENCY + ")");
  private static final Map<String, Set<String>> SIGNS =
      Map.ofEntries(
          Map.entry("€", Set.of("EUR")),
          Map.entry("euro", Set.of("EUR")),
          Map.entry("euros", Set.of("EUR")),
          Map.entry("£", Set.of("GBP")),
          Map.entry("pound", Set.of("GBP")),
          Map.entry("pounds", Set.of("GBP")),
          Map.entry("$", Set.of("USD", "CAD", "AUD")),
          Map.entry("dollar", Set.of("USD", "CAD", "AUD")),
          Map.entry("dollars", Set.of("USD", "CAD", "AUD")),
          Map.entry("¥", Set.of("JPY")));

  private NamedAmounts() {}

  /** An amount and everything it can mean. */
  record Named(int from, int to, Set<Money> readings) {}

  static List<Named> in(String text) {
    var named = new ArrayList<Named>();
    add(BEFORE.matcher(text), named);
    add(BEHIND.matcher(text), named);
    return named;
  }

  private static void add(Matcher matcher, List<Named> named) {
    while (matcher.find()) {
      int from = matcher.start();
      if (named.stream().noneMatch(other -> from < other.to() && matcher.end() > other.from())) {
        named.add(new Named(from, matcher.end(), readings(matcher.group("number"), matcher.group("currency"))));
      }
    }
  }

  private static Set<Money> readings(String number, String currency) {
    var readings = new HashSet<Money>();
    String sign = currency.toLowerCase(java.util.Locale.ROOT);
    for (String code : SIGNS.getOrDefault(sign, Set.of(currency.toUpperCase(java.util.Locale.ROOT)))) {
      readings.add(Money.rounded(value(number), Currency.getInstance(code)));
    }
    return readings;
  }

  /** The last dot or comma divides off decimals unless three digits follow it. */
  private static BigDecimal value(String number) {
    String digits = number.replaceAll("[^\\d]", "");
    int last = Math.max(number.lastIndexOf('.'), number.lastIndexOf(','));
    int decimals = last < 0 ? 0 : number.length() - last - 1;
    return new BigDecimal(digits).movePointLeft(decimals == 3 ? 0 : decimals);
  }
}
