package io.duly.payments;

import io.duly.kernel.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a provider tells.
 *
 * @param event the provider's own id of what it tells: told again it is the same
 * @param link which of our links it is about; empty for a payout
 * @param payment the provider's own id of the payment
 * @param subject the provider's own id of the refund or dispute; of a payout, its reference at the bank
 * @param amount of the payment, what went back, or the payout
 */
record Told(String event, Kind kind, Instant at, Optional<UUID> link, Optional<String> payment, Optional<String> subject, Optional<Money> amount) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int LONGEST = 200;

  /** What may have happened. */
  enum Kind {
    PAYMENT_PAID("payment.paid"),
    PAYMENT_REFUNDED("payment.refunded"),
    DISPUTE_OPENED("dispute.opened"),
    DISPUTE_WON("dispute.won"),
    DISPUTE_LOST("dispute.lost"),
    LINK_EXPIRED("link.expired"),
    PAYOUT_PAID("payout.paid"),
    /** Nothing that we know. */
    OTHER("other");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }

    static Kind of(String word) {
      return java.util.Arrays.stream(values()).filter(one -> one.word.equals(word)).findFirst().orElse(OTHER);
    }
  }

  /** The provider was asked, and says that it is paid. */
  static Told ofPayment(PaymentLink link, PaymentProvider.Paid paid) {
    return new Told("asked:" + paid.payment(), Kind.PAYMENT_PAID, paid.at(), Optional.of(link.id()), Optional.of(paid.payment()), Optional.empty(), Optional.of(paid.amount()));
  }

  /** @throws InvalidTold where it cannot be read, or lacks what its kind needs */
  static Told read(byte[] body) {
    try {
      var said = JSON.readTree(body);
      var told = new Told(
          text(said, "id").orElseThrow(() -> new InvalidTold("It has an \"id\".")), Kind.of(text(said, "kind").orElse("")),
          Instant.parse(text(said, "at").orElseThrow(() -> new InvalidTold("It has \"at\", an instant such as 2026-11-23T10:00:00Z."))), link(said), text(said, "payment"), text(said, "subject"), amount(said));
      told.requireWhole();
      return told;
    } catch (JacksonException | DateTimeException | IllegalArgumentException unreadable) {
      throw new InvalidTold("It cannot be read; docs/payments.md says what it looks like.");
    }
  }

  private void requireWhole() {
    boolean whole = switch (kind) {
      case PAYMENT_PAID -> payment.isPresent() && amount.filter(Money::isPositive).isPresent();
      case PAYMENT_REFUNDED, PAYOUT_PAID -> subject.isPresent() && amount.filter(Money::isPositive).isPresent();
      case DISPUTE_OPENED, DISPUTE_WON, DISPUTE_LOST -> subject.isPresent();
      case LINK_EXPIRED, OTHER -> true;
    };
    if (!whole) {
      throw new InvalidTold("What " + kind.word() + " needs is missing; docs/payments.md says what that is.");
    }
  }

  /** What is no id of ours is of no link of ours. */
  private static Optional<UUID> link(JsonNode said) {
    return text(said, "reference").filter(text -> text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")).map(UUID::fromString);
  }

  private static Optional<Money> amount(JsonNode said) {
    var amount = said.path("amount");
    return amount.isIntegralNumber() && amount.canConvertToLong() ? text(said, "currency").map(code -> Money.ofMinor(amount.asLong(), code)) : Optional.empty();
  }

  private static Optional<String> text(JsonNode said, String field) {
    var found = said.path(field);
    if (!found.isString() || found.asString().isEmpty()) {
      return Optional.empty();
    }
    if (found.asString().length() > LONGEST || found.asString().chars().anyMatch(Character::isISOControl)) {
      throw new InvalidTold("\"" + field + "\" has at most " + LONGEST + " signs on one line.");
    }
    return Optional.of(found.asString());
  }
}
