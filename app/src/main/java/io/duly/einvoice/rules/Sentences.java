package io.duly.einvoice.rules;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/** What a rule means, in words a biller understands; for rules that have none here, the publisher's without its codes. */
final class Sentences {
  private static final Map<String, String> CATEGORIES =
      Map.of(
          "S", "standard rate", "Z", "zero rate", "E", "exempt from VAT", "AE", "reverse charge", "IC", "supply within the EU", "G", "export outside the EU",
          "O", "not subject to VAT", "AF", "IGIC", "AG", "IPSI", "B", "split payment");
  private static final Pattern FAMILY = Pattern.compile("BR-(S|Z|E|AE|IC|G|O|AF|IG|AG|IP|B)-(\\d\\d)");
  private static final Pattern RULE = Pattern.compile("^\\s*\\[?[A-Z0-9-]+\\]?\\s*[-:]\\s*");
  private static final Pattern TERM = Pattern.compile("\\s*\\((?:B[TG]-\\d+(?:-\\d+)?(?:,? ?(?:and|or)? ?B[TG]-\\d+)*)\\)");
  private static final int LONGEST = 600;

  private final Properties own;

  private Sentences(Properties own) {
    this.own = own;
  }

  static Sentences shipped() {
    var own = new Properties();
    try (var in = Objects.requireNonNull(Sentences.class.getResourceAsStream("/io/duly/einvoice/rules.properties"))) {
      own.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return new Sentences(own);
  }

  /** @param text the publisher's own */
  String of(String rule, String text) {
    return Optional.ofNullable(own.getProperty(rule)).or(() -> ofFamily(rule)).orElseGet(() -> plain(text));
  }

  /** The ten rules of each category of tax say the same of each. */
  private Optional<String> ofFamily(String rule) {
    var family = FAMILY.matcher(rule);
    if (!family.matches()) {
      return Optional.empty();
    }
    var category = switch (family.group(1)) {
      case "IG" -> "IGIC";
      case "IP" -> "IPSI";
      default -> CATEGORIES.getOrDefault(family.group(1), family.group(1));
    };
    return Optional.ofNullable(own.getProperty("BR-*-" + family.group(2))).map(sentence -> sentence.replace("{category}", category));
  }

  private static String plain(String text) {
    var words = TERM.matcher(RULE.matcher(text.strip().replaceAll("\\s+", " ")).replaceFirst("")).replaceAll("");
    return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
  }
}
