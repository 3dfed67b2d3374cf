package io.duly.banking.export;

import io.duly.intake.reading.AmountReader;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Which sign stands before the decimals in a column of amounts. Pure. */
final class Decimals {
  private Decimals() {}

  /**
   * Empty where the column does not show it, because it holds whole numbers or none.
   *
   * @param currency of the amounts: some have three decimals
   */
  static Optional<Character> of(List<String> cells, Optional<String> currency) {
    long points = unread(cells, '.');
    long commas = unread(cells, ',');
    if (points != commas) {
      return Optional.of(points < commas ? '.' : ',');
    }
    return cells.stream().filter(cell -> cell.matches(".*\\d[.,]\\d.*")).findFirst().flatMap(cell -> either(cell, currency));
  }

  private static long unread(List<String> cells, char sign) {
    var reader = new AmountReader(sign);
    return cells.stream().filter(cell -> reader.read(cell).isEmpty()).count();
  }

  /** "1.234": thousands, for few currencies have three decimals. */
  private static Optional<Character> either(String cell, Optional<String> currency) {
    char sign = cell.replaceAll("[^.,]", "").charAt(0);
    boolean three = currency.map(code -> Currency.getInstance(code).getDefaultFractionDigits() == 3).orElse(false);
    return three ? Optional.empty() : Optional.of(sign == '.' ? ',' : '.');
  }
}
