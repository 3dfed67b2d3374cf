package io.duly.identity;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every half minute (RFC 6238 with SHA-1, as every authenticator knows them). */
final class OneTimeCodes {
  static final Duration STEP = Duration.ofSeconds(30);

  /** Before and after: a clock may be a little wrong, and typing takes its time. */
  private static final int STEPS_AROUND = 1;

  private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator(STEP);

  private OneTimeCodes() {}

  static String at(byte[] secret, Instant when) {
    try {
      return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, CODES.getAlgorithm()), when);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The step in time whose code it is, where it is one of about now. */
  static OptionalLong step(byte[] secret, String code, Instant now) {
    var found = OptionalLong.empty();
    for (int around = -STEPS_AROUND; around <= STEPS_AROUND; around++) {
      var when = now.plus(STEP.multipliedBy(around));
      if (MessageDigest.isEqual(at(secret, when).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8))) {
        found = OptionalLong.of(when.getEpochSecond() / STEP.toSeconds());
      }
    }
    return found;
  }
}
