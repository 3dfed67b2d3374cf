package io.duly.payments;

import io.duly.kernel.CreditorId;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * Who takes payments for a creditor.
 *
 * @param name by which its hook and its secret are named: small letters and digits
 * @param address where it is asked; empty for the fake
 * @param goodFor how long a link is good
 */
public record Contract(CreditorId creditor, String name, Kind kind, Optional<String> address, Duration goodFor) {
  /** How it is spoken to. */
  public enum Kind {
    /** By the protocol of {@code docs/payments.md}. */
    SIGNED,
    /** It takes no money. */
    FAKE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
