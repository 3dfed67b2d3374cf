package io.duly.intake.rows;

import io.duly.intake.reading.AmountReader;
import io.duly.intake.reading.AmountSide;
import io.duly.intake.reading.Codes;
import io.duly.intake.reading.Field;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The amounts of one row in minor units of the row's one currency. */
final class Amounts {
  private static final BigDecimal LARGEST = new BigDecimal("1000000000000000");

  private final RowText row;
  private final List<Note> notes = new ArrayList<>();
  private final String otherwise;
  private Optional<String> said;

  /** @param otherwise the currency where neither the row nor its header says one */
  Amounts(RowText row, List<Field> fields, String otherwise) {
    this.row = row;
    this.otherwise = otherwise;
    this.said = row.text(Field.CURRENCY).map(text -> known(text.toUpperCase(Locale.ROOT))).or(() -> row.currencyOf(fields));
  }

  /** Credit and debit marks count from the creditor's side of an account of the debtor: a credit lowers what is owed. */
  Optional<Long> owed(Field field) {
    return row.amount(field).map(read -> minor(field, read, AmountSide.CREDIT));
  }

  /** As a bank says it: a credit is money that came. */
  Optional<Long> received(Field field) {
    return row.amount(field).map(read -> minor(field, read, AmountSide.DEBIT));
  }

  /** The row's currency; ask after the amounts, for they may say it. */
  String currency() {
    return said.orElse(otherwise);
  }

  List<Note> notes() {
    return notes;
  }

  private long minor(Field field, AmountReader.Read read, AmountSide lowers) {
    read.currency().ifPresent(code -> agree(field, code));
    var currency = Currency.getInstance(currency());
    var exact = read.side() == lowers ? read.major().negate() : read.major();
    if (exact.abs().compareTo(LARGEST) > 0) {
      throw new RowRefused(field, "amount-too-large", RowText.sentence(field) + " is above a million billion. Correct it.");
    }
    var rounded = exact.setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_EVEN);
    if (rounded.compareTo(exact) != 0) {
      notes.add(new Note(row.line(), field.word(), "amount-rounded",
          RowText.sentence(field) + " " + exact.toPlainString() + " has more decimals than " + currency + "; taken as "
              + rounded.toPlainString() + "."));
    }
    return rounded.unscaledValue().longValueExact();
  }

  private void agree(Field field, String code) {
    if (said.isPresent() && !said.get().equals(code)) {
      throw new RowRefused(field, "currency-differs",
          RowText.sentence(field) + " says " + code + ", the row or its column " + said.get() + ". Correct one of them.");
    }
    said = Optional.of(code);
  }

  private static String known(String code) {
    var meant = switch (code) {
      case "€", "EURO" -> "EUR";
      case "$", "US$" -> "USD";
      case "£" -> "GBP";
      default -> code;
    };
    if (!Codes.isCurrency(meant)) {
      throw new RowRefused(Field.CURRENCY, "currency", "'" + RowText.shown(code) + "' is no currency. Use a code such as EUR.");
    }
    return meant;
  }
}
