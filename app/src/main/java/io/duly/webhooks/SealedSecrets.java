package io.duly.webhooks;

import io.duly.identity.SealingKey;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Secrets as they lie in the database: sealed for one webhook each. */
@Component
final class SealedSecrets {
  private final SealingKey key;

  SealedSecrets(SealingKey key) {
    this.key = key;
  }

  byte[] seal(UUID webhook, SigningSecret secret) {
    return key.seal(secret.key(), about(webhook));
  }

  /** @throws IllegalStateException where it was sealed with another key */
  SigningSecret open(UUID webhook, byte[] sealed) {
    return SigningSecret.of(key.open(sealed, about(webhook)).orElseThrow(() ->
        new IllegalStateException("The secret of a webhook was sealed with another key than DULY_SEAL or secrets/seal of the home holds now")));
  }

  private static byte[] about(UUID webhook) {
    return ("webhook:" + webhook).getBytes(StandardCharsets.US_ASCII);
  }
}
