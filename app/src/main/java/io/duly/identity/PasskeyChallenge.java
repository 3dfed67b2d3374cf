package io.duly.identity;

import java.io.Serial;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * What an authenticator is to sign, kept by the session that asks: good once, and for five minutes.
 *
 * @param text 256 random bits in base64url
 */
public record PasskeyChallenge(String text, Instant asked) implements Serializable {
  @Serial private static final long serialVersionUID = 1;

  /** Under which a session keeps the one to make a passkey. */
  public static final String TO_MAKE = "duly.passkey-to-make";

  /** Under which a session keeps the one to sign in. */
  public static final String TO_SIGN_IN = "duly.passkey-to-sign-in";

  /** How long it is good. */
  public static final Duration GOOD_FOR = Duration.ofMinutes(5);

  public static PasskeyChallenge random(Instant now) {
    return new PasskeyChallenge(Secret.random(), now);
  }

  boolean isGoodAt(Instant now) {
    return now.isBefore(asked.plus(GOOD_FOR));
  }
}
