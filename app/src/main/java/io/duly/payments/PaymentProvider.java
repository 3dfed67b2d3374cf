package io.duly.payments;

import io.duly.kernel.Money;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Takes payments for a creditor. Each method asks once, and may be asked again: what has a key is done once. */
public sealed interface PaymentProvider permits SignedProvider, FakeProvider {
  /**
   * A payment that is wanted.
   *
   * @param key under which it is made once, however often it is asked for; what is told of it later names it
   * @param words what the payer reads: a number of the case, never what it is about
   * @param back where the payer is sent afterwards
   * @param until it is good
   */
  record Wanted(UUID key, Money amount, String words, Optional<String> back, Instant until) {}

  /**
   * Where it is paid.
   *
   * @param reference the provider's own id of it
   */
  record Offered(String reference, String address) {}

  /** How a link stands with the provider. */
  sealed interface Standing {}

  /** Nobody has paid yet. */
  record Waits() implements Standing {}

  /**
   * Somebody paid.
   *
   * @param payment the provider's own id of it
   */
  record Paid(String payment, Money amount, Instant at) implements Standing {}

  /** It is too old to be paid. */
  record Over() implements Standing {}

  /** @throws ProviderFailed where the provider does not answer, or not as it should */
  Offered offer(Wanted wanted);

  /** @throws ProviderFailed where the provider does not answer, or not as it should */
  Standing standing(String reference);

  /**
   * Sends money back to the payer; that it went is told later.
   *
   * @param key under which it is sent once
   * @throws ProviderFailed where the provider does not answer, or refuses
   */
  void refund(String payment, Money amount, UUID key);
}
