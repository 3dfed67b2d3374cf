package io.duly.charging;

import io.duly.parties.TermsVersion;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** By whose law a debt is judged: what valid terms chose, else the law of the debtor's place. */
final class Law {
  private static final Pattern CODE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
  private static final Map<String, String> NAMES = names();

  private Law() {}

  /**
   * An ISO 3166 code; words that name no place are kept as they are, and no statute holds for them.
   *
   * @param terms those that govern the debt
   * @param country of the debtor
   */
  static String of(Optional<TermsVersion> terms, Optional<String> country, Optional<String> region) {
    return terms
        .flatMap(TermsVersion::jurisdiction)
        .map(Law::read)
        .or(() -> country.map(code -> place(code, region)))
        .orElse("a place that is not known");
  }

  private static String read(String words) {
    var text = words.strip();
    var upper = text.toUpperCase(Locale.ROOT);
    return CODE.matcher(upper).matches() ? upper : NAMES.getOrDefault(text.toLowerCase(Locale.ROOT), "“" + text + "”");
  }

  private static String place(String country, Optional<String> region) {
    return region
        .map(text -> country + "-" + text.strip().toUpperCase(Locale.ROOT))
        .filter(code -> CODE.matcher(code).matches())
        .orElse(country);
  }

  /** Countries in English, in German and in their own tongues, and the laws within the United Kingdom. */
  private static Map<String, String> names() {
    var names =
        Arrays.stream(Locale.getISOCountries())
            .flatMap(code -> spellings(code).map(name -> Map.entry(name.toLowerCase(Locale.ROOT), code)))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, _) -> first));
    for (var part : List.of("england", "wales", "england and wales", "england & wales")) {
      names.put(part, "GB-EAW");
    }
    names.put("scotland", "GB-SCT");
    names.put("northern ireland", "GB-NIR");
    names.put("uk", "GB");
    return Map.copyOf(names);
  }

  private static Stream<String> spellings(String code) {
    var country = Locale.of("", code);
    Function<Locale, String> in = country::getDisplayCountry;
    return Stream.of(in.apply(Locale.ENGLISH), in.apply(Locale.GERMAN), in.apply(Locale.FRENCH), in.apply(Locale.of(code)));
  }
}
