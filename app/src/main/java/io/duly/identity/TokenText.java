package io.duly.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * How a token is written: {@code duly_}, 43 random characters (256 bits), and six that check them. By prefix and check a scanner
 * knows a token that lies where it should not, and a mistyped one is told from an unknown one without asking the database.
 */
public final class TokenText {
  /** Letters and digits only, so that a double click takes it whole. */
  public static final Pattern SHAPE = Pattern.compile("duly_[0-9A-Za-z]{43}[0-9A-Za-z]{6}");

  private static final String PREFIX = "duly_";
  private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final int RANDOM_SIGNS = 43;
  private static final int CHECK_SIGNS = 6;
  private static final SecureRandom RANDOM = new SecureRandom();

  private TokenText() {}

  static String random() {
    var text = new StringBuilder(PREFIX);
    for (int at = 0; at < RANDOM_SIGNS; at++) {
      text.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
    }
    return text + check(text.toString());
  }

  /** Whether it can be one at all. */
  public static boolean isWhole(String text) {
    int end = text.length() - CHECK_SIGNS;
    return SHAPE.matcher(text).matches() && text.substring(end).equals(check(text.substring(0, end)));
  }

  /** The CRC-32 to the base of 62, as services do whose tokens scanners look for. */
  private static String check(String text) {
    var crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.US_ASCII));
    var signs = new char[CHECK_SIGNS];
    long rest = crc.getValue();
    for (int at = CHECK_SIGNS - 1; at >= 0; at--) {
      signs[at] = SIGNS.charAt((int) (rest % SIGNS.length()));
      rest /= SIGNS.length();
    }
    return new String(signs);
  }
}
