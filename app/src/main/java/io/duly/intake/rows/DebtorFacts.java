package io.duly.intake.rows;

import io.duly.intake.reading.Codes;
import io.duly.intake.reading.Field;
import io.duly.intake.reading.Words;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a row says of a debtor.
 *
 * @param number the creditor's number for it; its name where the file has no numbers
 * @param country ISO 3166 code; empty where the text is no country
 * @param email one that mail can be sent to
 * @param phone E.164 where the row says its country
 * @param language ISO 639 code
 * @param fax E.164; empty where it does not say its country
 * @param kind {@code company}, {@code sole_trader}, {@code consumer}
 * @param billsBy {@code email}, {@code letter}
 */
public record DebtorFacts(
    String number,
    Optional<String> name,
    Optional<String> street,
    Optional<String> postalCode,
    Optional<String> city,
    Optional<String> region,
    Optional<String> country,
    Optional<String> language,
    Optional<String> email,
    Optional<String> phone,
    Optional<String> fax,
    Optional<String> kind,
    Optional<String> segment,
    Optional<String> billsBy,
    Optional<Worth> worth) {
  /** The row does not say whose it is. */
  public static final DebtorFacts NOBODY =
      new DebtorFacts(
          "", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
          Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final Pattern SPACES = Pattern.compile("\\s{2,}");

  static DebtorFacts of(RowText row) {
    var name = row.text(Field.DEBTOR_NAME).map(DebtorFacts::tidy);
    var number = row.number(Field.DEBTOR_NUMBER).or(() -> row.layout().has(Field.DEBTOR_NUMBER) ? Optional.empty() : name);
    return new DebtorFacts(
        number.orElseThrow(() -> new RowRefused(Field.DEBTOR_NUMBER, "missing", "The customer number is missing.")),
        name,
        row.text(Field.STREET),
        row.number(Field.POSTAL_CODE),
        row.text(Field.CITY),
        row.text(Field.REGION),
        Reachable.country(row),
        row.text(Field.LANGUAGE).flatMap(Codes::language),
        Reachable.email(row),
        Reachable.phone(row),
        Reachable.fax(row),
        row.text(Field.DEBTOR_KIND).flatMap(Words::debtorKind),
        row.text(Field.SEGMENT),
        row.text(Field.BILLS_BY).flatMap(Words::billsBy),
        Worth.of(row));
  }

  private static String tidy(String name) {
    return name.indexOf("  ") < 0 ? name : SPACES.matcher(name).replaceAll(" ");
  }
}
