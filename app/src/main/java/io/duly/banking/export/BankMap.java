package io.duly.banking.export;

import io.duly.intake.reading.DateReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * How a bank writes its list.
 *
 * @param columns by name as the bank writes it, or by place: {@code 1} where the list has no header, {@code #1} where it has one and
 *     the name is missing or stands twice
 * @param header whether a row with the columns' names is above the payments
 * @param dates of the columns with days
 * @param outgoingAbove whether amounts above zero went out, as lists of cards write them
 * @param debitWords in the column {@code direction}, for what went out; everything else came in
 * @param pendingWords in the column {@code bookedOn}, for what is not booked yet
 * @param continued whether a row without day and amount goes on with the text of the row above
 * @param footer how many of the last rows are no payments
 */
record BankMap(
    String name,
    Map<String, Column> columns,
    boolean header,
    DateReader dates,
    char decimal,
    Optional<Character> separator,
    Optional<String> encoding,
    Optional<String> currency,
    Optional<String> account,
    boolean outgoingAbove,
    List<String> debitWords,
    List<String> pendingWords,
    boolean continued,
    int footer) {
  /** How a map writes that nothing stands in {@code direction}. */
  static final String BLANK = "(blank)";

  /** The place, from 0, that the name of a column in a map says. */
  static Optional<Integer> place(String name) {
    return Optional.of(name).filter(text -> text.matches("#[1-9]\\d{0,2}")).map(text -> Integer.parseInt(text.substring(1)) - 1);
  }

  /** The names of the columns, by which the map is remembered. */
  String signature() {
    return String.join("|", columns.keySet().stream().map(BankMap::plain).sorted().toList());
  }

  /** The same where amounts above zero went out. */
  BankMap turned() {
    return new BankMap(name, columns, header, dates, decimal, separator, encoding, currency, account, !outgoingAbove, debitWords, pendingWords, continued, footer);
  }

  static String plain(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
