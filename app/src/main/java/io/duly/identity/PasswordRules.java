package io.duly.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a chosen password must be, after NIST SP 800-63B, section 3.1.1: long enough and not one that is guessed first.
 * Nothing about digits or capitals, and it never expires.
 */
public final class PasswordRules {
  /** In characters. */
  public static final int SHORTEST = 12;

  /** In characters; longer ones are refused rather than cut. */
  public static final int LONGEST = 200;

  private static final int FEW = 4;
  private static final int ENOUGH_DIGITS = 16;
  private static final String COUNTED = "01234567890123456789";
  private static final Pattern COMMON = common();

  private PasswordRules() {}

  /** What is wrong with a password. */
  public enum Flaw {
    TOO_SHORT,
    TOO_LONG,
    /** Made of common words or of the login, whatever signs stand between them, counted, or of hardly any different characters. */
    GUESSED
  }

  /** Empty where it may be used. */
  public static Optional<Flaw> flaw(String password, String login) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of(Flaw.TOO_SHORT);
    }
    if (length > LONGEST) {
      return Optional.of(Flaw.TOO_LONG);
    }
    return guessed(password.toLowerCase(Locale.ROOT), login) ? Optional.of(Flaw.GUESSED) : Optional.empty();
  }

  private static boolean guessed(String password, String login) {
    var letters = letters(password.replace(login, ""));
    return password.codePoints().distinct().count() <= FEW
        || counted(password)
        || (letters.isEmpty() && (password.contains(login) || password.length() < ENOUGH_DIGITS))
        || COMMON.matcher(letters).matches();
  }

  private static boolean counted(String password) {
    return COUNTED.contains(password) || COUNTED.contains(new StringBuilder(password).reverse());
  }

  /** What is left without digits and signs, of which some are read as the letters that they stand for. */
  private static String letters(String password) {
    return password.replace('@', 'a').replace('0', 'o').replace('$', 's').replaceAll("[^\\p{L}]", "").replaceAll("^o+|o+$", "");
  }

  private static Pattern common() {
    try (InputStream in = Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"))) {
      var words = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.joining("|"));
      return Pattern.compile("(?:" + words + ")+");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
