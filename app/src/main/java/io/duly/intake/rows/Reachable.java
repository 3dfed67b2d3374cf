package io.duly.intake.rows;

import io.duly.identifiers.EmailAddress;
import io.duly.intake.reading.Codes;
import io.duly.intake.reading.Field;
import io.duly.phones.PhoneNumber;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** How a customer is reached, as a row says it: what cannot be mailed or called is left empty, and told. */
final class Reachable {
  private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{4,14}");

  private Reachable() {}

  /** The first that mail can be sent to, of several with semicolons or commas between. */
  static Optional<String> email(RowText row) {
    return row.text(Field.EMAIL).stream().flatMap(text -> several(text).stream()).flatMap(one -> EmailAddress.check(one).held().stream()).findFirst();
  }

  static Optional<String> phone(RowText row) {
    return row.text(Field.PHONE).flatMap(text -> PhoneNumber.read(text, country(row)).number());
  }

  /** One without its country is of no use to a gateway. */
  static Optional<String> fax(RowText row) {
    return row.text(Field.FAX).flatMap(text -> PhoneNumber.read(text, country(row)).number()).filter(E164.asMatchPredicate());
  }

  static Optional<String> country(RowText row) {
    return row.text(Field.COUNTRY).flatMap(Codes::country);
  }

  static void check(RowText row, Consumer<Note> notes) {
    row.text(Field.EMAIL).ifPresent(text -> several(text).forEach(one ->
        EmailAddress.check(one).wrong().ifPresent(wrong -> note(row, Field.EMAIL, one, wrong, "left empty", notes))));
    row.text(Field.PHONE).ifPresent(text -> {
      var read = PhoneNumber.read(text, country(row));
      read.wrong().ifPresent(wrong -> note(row, Field.PHONE, text, wrong, read.number().isEmpty() ? "left empty" : "kept as " + read.number().get(), notes));
    });
    row.text(Field.FAX).ifPresent(text -> PhoneNumber.read(text, country(row)).wrong().ifPresent(
        wrong -> note(row, Field.FAX, text, wrong, fax(row).map(kept -> "kept as " + kept).orElse("left empty"), notes)));
    row.text(Field.COUNTRY).filter(text -> Codes.country(text).isEmpty())
        .ifPresent(text -> note(row, Field.COUNTRY, text, "is no country, by code or by name", "left empty", notes));
  }

  private static List<String> several(String text) {
    return Arrays.stream(text.split("[;,]", 10)).map(String::strip).filter(one -> !one.isEmpty()).toList();
  }

  private static void note(RowText row, Field field, String text, String wrong, String then, Consumer<Note> notes) {
    notes.accept(new Note(row.line(), field.word(), field.word() + "-invalid", RowText.sentence(field) + " '" + RowText.shown(text) + "' " + wrong + "; " + then + "."));
  }
}
