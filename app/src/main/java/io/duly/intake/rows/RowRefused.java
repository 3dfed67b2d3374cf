package io.duly.intake.rows;

import io.duly.intake.reading.Field;

/** A row cannot be taken in; it is set aside with this reason. Thrown per row, so it carries no stack. */
public final class RowRefused extends RuntimeException {
  private final String field;
  private final String code;

  RowRefused(String field, String code, String message) {
    super(message, null, false, false);
    this.field = field;
    this.code = code;
  }

  RowRefused(Field field, String code, String message) {
    this(field.word(), code, message);
  }

  /** Nothing is said where something must be. */
  public static RowRefused missing(Field field) {
    return new RowRefused(field, "missing", RowText.sentence(field) + " is missing.");
  }

  /** What to tell of the row that begins on this line. */
  public Note on(long line) {
    return new Note(line, field, code, String.valueOf(getMessage()));
  }
}
