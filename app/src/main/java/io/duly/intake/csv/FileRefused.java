package io.duly.intake.csv;

/**
 * A file cannot be taken in as it is, and nothing of it was.
 *
 * <p>{@link #field} names the column it is about, empty where it is about the file; {@link #code} is stable.
 */
public final class FileRefused extends RuntimeException {
  private final String code;
  private final String field;

  public FileRefused(String code, String message) {
    this(code, "", message);
  }

  public FileRefused(String code, String field, String message) {
    super(message);
    this.code = code;
    this.field = field;
  }

  public String code() {
    return code;
  }

  public String field() {
    return field;
  }
}
