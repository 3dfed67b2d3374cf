package io.duly.correspondence.hook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The HMAC-SHA256 of the timestamp, a full stop and the body, under a secret that both sides know. */
public final class Signature {
  private static final Logger LOG = LoggerFactory.getLogger(Signature.class);
  private static final int SHORTEST = 32;
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] secret;

  private Signature(byte[] secret) {
    this.secret = secret;
  }

  /** Empty where there is no secret, or one that could be guessed. */
  public static Optional<Signature> of(String secret) {
    return of("DULY_HOOK_SECRET", secret);
  }

  /** The same, of a setting of that name. */
  public static Optional<Signature> of(String setting, String secret) {
    if (!secret.isBlank() && secret.strip().length() < SHORTEST) {
      LOG.error("{} has fewer than {} signs and is not used: the hook is off.", setting, SHORTEST);
    }
    return secret.strip().length() < SHORTEST ? Optional.empty() : Optional.of(new Signature(secret.strip().getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * Whether a body was signed by whoever knows the secret, within five minutes.
   *
   * @param timestamp seconds since 1970 in decimal
   * @param signature in hexadecimal
   */
  boolean isOf(@Nullable String timestamp, @Nullable String signature, byte[] body, Instant now) {
    if (timestamp == null || signature == null || !timestamp.matches("[0-9]{1,12}") || !signature.matches("[0-9a-fA-F]{64}")) {
      return false;
    }
    boolean right = MessageDigest.isEqual(sign(timestamp, body), HexFormat.of().parseHex(signature));
    return right && Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now).abs().compareTo(WINDOW) <= 0;
  }

  /** The signature itself. */
  public byte[] sign(String timestamp, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, impossible);
    }
  }
}
