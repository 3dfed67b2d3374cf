package io.duly.payments;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What came of something that a provider told.
 *
 * @param link which of ours it is about
 * @param why it was kept aside
 */
record Outcome(Kind kind, Optional<UUID> link, String why) {
  /** In a word. */
  enum Kind {
    DONE,
    /** It was so already, or nothing follows from it. */
    NOTHING,
    /** Of a payment that is not told of yet; it is applied when that is. */
    EARLY,
    /** It does not fit; a person looks. */
    ASIDE;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Outcome of(Kind kind, PaymentLink link) {
    return new Outcome(kind, Optional.of(link.id()), "");
  }

  static Outcome aside(Optional<UUID> link, String why) {
    return new Outcome(Kind.ASIDE, link, why);
  }
}
