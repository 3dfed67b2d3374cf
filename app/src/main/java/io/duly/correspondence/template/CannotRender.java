package io.duly.correspondence.template;

/** A message cannot be written because a fact is missing; the message says which and what to do. */
public final class CannotRender extends RuntimeException {
  CannotRender(String message) {
    super(message);
  }
}
