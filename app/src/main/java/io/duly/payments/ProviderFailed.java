package io.duly.payments;

/** A provider of payments could not be asked, or did not answer as agreed; the message says which and what to do. */
public final class ProviderFailed extends RuntimeException {
  ProviderFailed(String message) {
    super(message);
  }

  ProviderFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
