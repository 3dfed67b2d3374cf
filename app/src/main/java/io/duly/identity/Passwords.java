package io.duly.identity;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.concurrent.Semaphore;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet). A few are computed at a time, so that a
 * flood of sign-ins takes neither the memory nor the processors.
 */
@Component
final class Passwords {
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
  private static final int AT_ONCE = 4;

  private final Argon2PasswordEncoder encoder = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2);
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final SecureRandom random = new SecureRandom();

  String hash(String password) {
    places.acquireUninterruptibly();
    try {
      return encoder.encode(normal(password));
    } finally {
      places.release();
    }
  }

  boolean matches(String password, String hash) {
    places.acquireUninterruptibly();
    try {
      return encoder.matches(normal(password), hash);
    } finally {
      places.release();
    }
  }

  /** An accented letter is the same whichever way a keyboard makes it (NIST SP 800-63B, section 3.1.1.2). */
  private static String normal(String password) {
    return Normalizer.normalize(password, Normalizer.Form.NFKC);
  }

  /** A password of 100 bits that can be read aloud: five groups of four. */
  String random() {
    var text = new StringBuilder();
    for (int at = 0; at < 20; at++) {
      if (at > 0 && at % 4 == 0) {
        text.append('-');
      }
      text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return text.toString();
  }
}
