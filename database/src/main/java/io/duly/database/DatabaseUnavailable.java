package io.duly.database;

/** The database cannot be reached or prepared; the message says why and what to do. */
public final class DatabaseUnavailable extends RuntimeException {
  public DatabaseUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  public DatabaseUnavailable(String message) {
    super(message);
  }
}
