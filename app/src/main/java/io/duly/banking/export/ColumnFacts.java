package io.duly.banking.export;

import io.duly.intake.reading.AmountReader;
import io.duly.intake.reading.Codes;
import io.duly.intake.reading.DateOrder;
import io.duly.intake.reading.DateReader;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the cells of a column are, counted over the rows that look like payments.
 *
 * @param rows how many rows were looked at
 * @param filled how many of them say something in the column
 * @param cents amounts with two decimals among the amounts
 * @param different its values, at most fifty
 */
record ColumnFacts(int rows, int filled, int days, int amounts, int cents, int negatives, int codes, int ibans, int directions, int wordy, Set<String> different) {
  private static final List<DateReader> ORDERS = Stream.of(DateOrder.values()).map(DateReader::in).toList();
  private static final List<AmountReader> SIGNS = List.of(new AmountReader('.'), new AmountReader(','));
  private static final Pattern CENTS = Pattern.compile(".*[.,]\\d{2}(\\D.*|$)");
  private static final Pattern NUMBER = Pattern.compile("\\d{9,}|0\\d+");
  private static final Pattern CALENDAR = Pattern.compile(".*\\d.*");
  private static final int MOST_VALUES = 50;

  static ColumnFacts of(List<Line> lines, int at) {
    int[] n = new int[9];
    var different = new HashSet<String>();
    for (var line : lines) {
      var cell = line.cell(at);
      if (!cell.isEmpty()) {
        n[0]++;
        n[1] += isDay(cell) ? 1 : 0;
        boolean amount = isAmount(cell);
        n[2] += amount ? 1 : 0;
        n[3] += amount && CENTS.matcher(cell).matches() ? 1 : 0;
        n[4] += amount && isNegative(cell) ? 1 : 0;
        n[5] += Codes.isCurrency(cell.toUpperCase(Locale.ROOT)) ? 1 : 0;
        n[6] += Iban.is(cell) ? 1 : 0;
        n[7] += BankWords.KNOWN.says("debit", cell) || BankWords.KNOWN.says("credit", cell) ? 1 : 0;
        n[8] += cell.chars().filter(Character::isLetter).count() > 3 ? 1 : 0;
        if (different.size() < MOST_VALUES) {
          different.add(cell);
        }
      }
    }
    return new ColumnFacts(lines.size(), n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], different);
  }

  static boolean isDay(String cell) {
    return cell.length() >= 6 && cell.length() <= 40 && CALENDAR.matcher(cell).matches() && ORDERS.stream().anyMatch(order -> order.read(cell).isPresent());
  }

  /** An amount, but no number of something. */
  static boolean isAmount(String cell) {
    return cell.length() <= 30 && !NUMBER.matcher(cell).matches() && SIGNS.stream().anyMatch(sign -> sign.read(cell).isPresent());
  }

  private static boolean isNegative(String cell) {
    return SIGNS.stream().flatMap(sign -> sign.read(cell).stream()).anyMatch(read -> read.major().signum() < 0);
  }

  boolean empty() {
    return filled == 0;
  }

  boolean holdsDays() {
    return days > 0 && days >= filled * 0.9;
  }

  boolean holdsAmounts() {
    return amounts > 0 && amounts == filled;
  }

  /** Amounts of money by themselves, without a name above that says so. */
  boolean holdsMoney() {
    return holdsAmounts() && cents * 2 >= amounts && !holdsDays();
  }

  boolean holdsCodes() {
    return codes > 0 && codes == filled;
  }

  boolean holdsDirections() {
    return directions > 0 && directions == filled;
  }

  /** The same in all rows. */
  boolean constant() {
    return filled == rows && different.size() == 1;
  }

  /** Whether the column can be what its name says; one that is empty can. */
  boolean allows(Column column) {
    return empty() || switch (column) {
      case BOOKED_ON, VALUE_ON -> holdsDays() || days > 0 && different.stream().allMatch(cell -> isDay(cell) || BankWords.KNOWN.says("pending", cell));
      case AMOUNT, DEBIT, CREDIT, CHARGE -> holdsAmounts();
      case BALANCE -> holdsAmounts();
      case CURRENCY -> holdsCodes();
      case DIRECTION -> holdsDirections();
      case COUNTERPARTY, TEXT -> !holdsDays();
      case ACCOUNT, COUNTERPARTY_ACCOUNT, PAYER_ACCOUNT, PAYEE_ACCOUNT -> !holdsDays() && !holdsMoney();
      case PAYER, PAYEE, COUNTERPARTY_BANK, REFERENCE, END_TO_END, MANDATE, BANK_REFERENCE, BANK_CODE, STATUS, IGNORE -> true;
    };
  }
}
