package io.duly.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** What somebody holds to be known by: 256 random bits. Kept is only its SHA-256, which needs no salt for so many. */
public final class Secret {
  /** In characters. */
  public static final int LENGTH = 43;

  private static final SecureRandom RANDOM = new SecureRandom();

  private Secret() {}

  /** 43 characters that may stand in an address. */
  public static String random() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  public static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
