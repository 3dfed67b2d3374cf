package io.duly.banking.export;

import io.duly.intake.ImportRequest;
import io.duly.intake.reading.DateOrder;
import java.nio.file.Path;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Which account a list is of, and in which currency, where its rows do not say it. */
@Component
final class Whereabouts {
  /** What an account's number says of its currency: the country's, for lists of other accounts name theirs. */
  private static final Map<String, String> OWN = Map.of("GB", "GBP", "CH", "CHF", "LI", "CHF", "SE", "SEK", "NO", "NOK", "DK", "DKK", "PL", "PLN", "CZ", "CZK", "HU", "HUF", "RO", "RON");
  private static final List<String> EURO =
      List.of("AT", "BE", "BG", "CY", "DE", "EE", "ES", "FI", "FR", "GR", "HR", "IE", "IT", "LT", "LU", "LV", "MC", "MT", "NL", "PT", "SI", "SK", "SM");

  private final DSLContext database;

  Whereabouts(DSLContext database) {
    this.database = database;
  }

  private record Known(String number, String currency) {}

  /**
   * @param how a sentence on how the account was found, where the list does not say it
   */
  record Found(Optional<String> number, Optional<String> currency, Optional<String> how) {}

  /**
   * @param said the number above or below the payments; stars or crosses may hide a part of it
   * @param file the name of the file
   */
  Found of(Optional<String> said, Optional<String> currency, String file, Optional<String> creditor) {
    var known = known(creditor);
    var number = said.filter(one -> !hidden(one)).map(Whereabouts::plain)
        .or(() -> said.filter(Whereabouts::hidden).flatMap(one -> ending(known, one)))
        .or(() -> Iban.in(file))
        .or(() -> named(known, file));
    var numbers = known.stream().map(Known::number).distinct().toList();
    var alone = number.isEmpty() && said.isEmpty() && numbers.size() == 1 ? Optional.of(numbers.getFirst()) : Optional.<String>empty();
    var found = number.or(() -> alone);
    var how = alone.map(one -> "The list does not say its account; it was taken to be of " + one + ", the only one that is known.");
    return new Found(found, currency.or(() -> found.flatMap(one -> currency(known, one))), how);
  }

  /** What is known of a list beside what is in it. */
  Hints hints(Path file, ImportRequest request) {
    return new Hints(request.nameOf(file), request.dates().flatMap(DateOrder::named), request.currencyMeant(), ofCreditor(request.creditor()), request.today());
  }

  private List<Known> known(Optional<String> creditor) {
    var which = creditor.map(name -> DSL.condition("c.name = {0}", DSL.val(name))).orElse(DSL.trueCondition());
    return database.fetch("select a.number, a.currency from banking.account a join parties.creditor c on c.id = a.creditor_id where a.closed_on is null and {0} order by a.number", which)
        .map(row -> new Known(row.get(0, String.class), row.get(1, String.class)));
  }

  /** The currency of the creditor that is meant, or of the only one. */
  Optional<String> ofCreditor(Optional<String> creditor) {
    var which = creditor.map(name -> DSL.condition("name = {0}", DSL.val(name))).orElse(DSL.trueCondition());
    var all = database.fetch("select id, currency from parties.creditor where {0}", which);
    return all.size() == 1 ? Optional.ofNullable(all.getFirst().get(1, String.class)).filter(_ -> all.getFirst().get(0, UUID.class) != null) : Optional.empty();
  }

  private static boolean hidden(String number) {
    return number.matches(".*[*Xx•].*") && !Iban.is(number);
  }

  static String plain(String number) {
    return number.replace(" ", "").toUpperCase(Locale.ROOT);
  }

  /** The one account that ends as the number does. */
  private static Optional<String> ending(List<Known> known, String hidden) {
    var end = hidden.replaceAll("^.*[*Xx•][ -]*", "").replace(" ", "");
    var all = known.stream().map(Known::number).filter(number -> end.length() >= 3 && number.endsWith(end)).distinct().toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
  }

  /** A known number in the file's name. */
  private static Optional<String> named(List<Known> known, String file) {
    var plain = plain(file);
    return known.stream().map(Known::number).filter(number -> number.length() >= 5 && plain.contains(number)).findFirst();
  }

  private static Optional<String> currency(List<Known> known, String number) {
    var all = known.stream().filter(one -> one.number().equals(number)).map(Known::currency).distinct().toList();
    return all.size() == 1 ? Optional.of(all.getFirst()) : all.isEmpty() ? ofCountry(number) : Optional.empty();
  }

  private static Optional<String> ofCountry(String number) {
    var country = Iban.is(number) ? number.substring(0, 2) : "";
    return EURO.contains(country) ? Optional.of("EUR") : Optional.ofNullable(OWN.get(country)).map(code -> Objects.requireNonNull(Currency.getInstance(code)).getCurrencyCode());
  }
}
