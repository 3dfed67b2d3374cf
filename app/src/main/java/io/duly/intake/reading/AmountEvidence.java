package io.duly.intake.reading;

import java.util.Optional;

/** What the values of an amount column tell of its decimal sign. */
final class AmountEvidence {
  private static final int OUTWEIGHS = 50;

  private long points;
  private long commas;
  private long open;
  private char openSign;
  private boolean decimalsPossible = true;
  private String example = "";

  /** Takes a value; {@code decimals} is how many its currency has. */
  void add(String text, int decimals) {
    var amount = AmountText.of(text);
    if (amount == null) {
      return;
    }
    var decimal = amount.decimal();
    if (decimal.isPresent()) {
      points += decimal.get() == '.' ? 1 : 0;
      commas += decimal.get() == ',' ? 1 : 0;
    } else if (amount.couldBeEither()) {
      weigh(text, amount, decimals);
    }
  }

  private void weigh(String text, AmountText amount, int decimals) {
    open++;
    openSign = amount.last('.') >= 0 ? '.' : ',';
    decimalsPossible &= amount.hasAtMost(decimals);
    example = example.isEmpty() ? text : example;
  }

  Optional<Character> shown() {
    if (points > commas * OUTWEIGHS) {
      return Optional.of('.');
    }
    return commas > points * OUTWEIGHS ? Optional.of(',') : Optional.empty();
  }

  boolean mixed() {
    return points > 0 && commas > 0 && shown().isEmpty();
  }

  boolean open() {
    return open > 0 && shown().isEmpty();
  }

  /** Where a value read with decimals would have more of them than its currency, the sign can only part thousands. */
  Optional<Character> byCurrency() {
    return open() && !decimalsPossible ? Optional.of(openSign == '.' ? ',' : '.') : Optional.empty();
  }

  String example() {
    return example;
  }

  /** The two readings of the example, as words. */
  String readings() {
    var digits = example.replaceAll("[^\\d]", "");
    var split = digits.length() - 3;
    return digits + " (decimal: '" + (openSign == '.' ? ',' : '.') + "') or "
        + digits.substring(0, split) + "." + digits.substring(split) + " (decimal: '" + openSign + "')";
  }
}
