package io.duly.banking.reading;

/** A file that is not taken; the message names the file, the place, what is wrong and what to do. */
public final class CannotRead extends RuntimeException {
  CannotRead(String message) {
    super(message);
  }
}
