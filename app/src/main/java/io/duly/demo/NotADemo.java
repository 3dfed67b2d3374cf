package io.duly.demo;

/** The demonstration cannot be shown here; the message says why and what to do. */
public final class NotADemo extends RuntimeException {
  NotADemo(String message) {
    super(message);
  }
}
