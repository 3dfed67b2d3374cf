package io.duly.intake.rows;

import io.duly.identifiers.EmailAddress;
import io.duly.intake.reading.AmountReader;
import io.duly.intake.reading.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a row says of the relationship with a debtor; what cannot be read is left empty, and told.
 *
 * @param yearlyValue what they buy in a year, major units, at least 0
 * @param currency that the column or the cell names for it
 */
public record Worth(Optional<BigDecimal> yearlyValue, Optional<String> currency, Optional<LocalDate> since, Optional<String> manager, Optional<String> managerEmail) {
  private static final List<Field> FIELDS = List.of(Field.YEARLY_VALUE, Field.CUSTOMER_SINCE, Field.ACCOUNT_MANAGER, Field.ACCOUNT_MANAGER_EMAIL);
  private static final int LONGEST_NAME = 200;
  private static final BigDecimal LARGEST = new BigDecimal("1000000000000000");

  /** Empty where the file has none of its columns. */
  static Optional<Worth> of(RowText row) {
    return FIELDS.stream().noneMatch(row.layout()::has) ? Optional.empty() : Optional.of(read(row));
  }

  private static Worth read(RowText row) {
    var value = value(row);
    return new Worth(
        value.map(AmountReader.Read::major), value.flatMap(AmountReader.Read::currency).or(() -> row.currencyOf(List.of(Field.YEARLY_VALUE))),
        row.lenientDate(Field.CUSTOMER_SINCE),
        row.text(Field.ACCOUNT_MANAGER).map(name -> name.substring(0, Math.min(name.length(), LONGEST_NAME)).strip()),
        row.text(Field.ACCOUNT_MANAGER_EMAIL).flatMap(text -> EmailAddress.check(text).held()));
  }

  private static Optional<AmountReader.Read> value(RowText row) {
    return row.lenientAmount(Field.YEARLY_VALUE).filter(read -> read.major().signum() >= 0 && read.major().compareTo(LARGEST) < 0);
  }

  static void check(RowText row, Consumer<Note> notes) {
    if (FIELDS.stream().noneMatch(row.layout()::has)) {
      return;
    }
    if (value(row).isEmpty()) {
      note(row, Field.YEARLY_VALUE, "is no amount of 0 or more in the format of its column", notes);
    }
    if (row.lenientDate(Field.CUSTOMER_SINCE).isEmpty()) {
      note(row, Field.CUSTOMER_SINCE, "is no date in the format of its column", notes);
    }
    row.text(Field.ACCOUNT_MANAGER_EMAIL).flatMap(text -> EmailAddress.check(text).wrong()).ifPresent(wrong -> note(row, Field.ACCOUNT_MANAGER_EMAIL, wrong, notes));
  }

  private static void note(RowText row, Field field, String wrong, Consumer<Note> notes) {
    row.text(field).ifPresent(text -> notes.accept(
        new Note(row.line(), field.word(), field.word() + "-invalid", RowText.sentence(field) + " '" + RowText.shown(text) + "' " + wrong + "; left empty.")));
  }

  /** As the staged rows carry it: what is not known is empty. */
  public List<String> staged() {
    var parts = new ArrayList<String>(5);
    parts.add(yearlyValue.map(BigDecimal::toPlainString).orElse(""));
    parts.add(currency.orElse(""));
    parts.add(since.map(LocalDate::toString).orElse(""));
    parts.add(manager.orElse(""));
    parts.add(managerEmail.orElse(""));
    return parts;
  }
}
