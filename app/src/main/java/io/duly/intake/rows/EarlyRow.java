package io.duly.intake.rows;

import static io.duly.intake.reading.Field.DISCOUNT_DAYS;
import static io.duly.intake.reading.Field.DISCOUNT_PERCENT;
import static io.duly.intake.reading.Field.DISCOUNT_UNTIL;

import io.duly.intake.reading.Field;
import io.duly.kernel.Money;
import io.duly.matching.Discount;
import io.duly.matching.EarlyPayment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The discount for early payment that a row grants. One that cannot be is told and left out: the invoice is owed all the same.
 *
 * @param gross of the invoice
 */
record EarlyRow(RowText row, Money gross, LocalDate issued, LocalDate due) {
  private static final int LONGEST = 365;

  Optional<Discount> discount(List<Note> notes) {
    var percent = row.text(DISCOUNT_PERCENT).flatMap(text -> percent(text, notes)).filter(value -> value.signum() != 0);
    var days = percent.flatMap(_ -> days(notes));
    return percent.flatMap(value -> days.flatMap(within -> new EarlyPayment(value, within).on(gross, issued)));
  }

  private Optional<BigDecimal> percent(String text, List<Note> notes) {
    var plain = text.replace("%", "").replace(',', '.').strip();
    var percent = plain.matches("\\d{1,2}(\\.\\d{1,4})?") ? Optional.of(new BigDecimal(plain)) : Optional.<BigDecimal>empty();
    if (percent.isEmpty()) {
      tell(notes, DISCOUNT_PERCENT, text);
    }
    return percent;
  }

  private Optional<Integer> days(List<Note> notes) {
    var until = row.date(DISCOUNT_UNTIL).map(day -> ChronoUnit.DAYS.between(issued, day));
    var days = until.or(() -> row.text(DISCOUNT_DAYS).filter(text -> text.matches("\\d{1,3}")).map(Long::parseLong));
    var fitting = days.filter(count -> count >= 0 && count <= LONGEST && !issued.plusDays(count).isAfter(due));
    if (fitting.isEmpty()) {
      tell(notes, DISCOUNT_UNTIL, row.text(DISCOUNT_UNTIL).or(() -> row.text(DISCOUNT_DAYS)).orElse(""));
    }
    return fitting.map(Math::toIntExact);
  }

  private void tell(List<Note> notes, Field field, String text) {
    notes.add(new Note(row.line(), field.word(), "discount-unclear", "The discount for early payment ('" + RowText.shown(text)
        + "') needs a percentage below 100 and a last day between the issue date and the due date; without them none is granted."));
  }
}
