package io.duly.correspondence.provider;

/** What was handed in as a delivery receipt cannot be read as one; the message says why. */
public final class InvalidReceipt extends RuntimeException {
  private static final long serialVersionUID = 1;

  InvalidReceipt(String why) {
    super(why);
  }
}
