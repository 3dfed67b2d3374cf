package io.duly.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
  private static final Set<String> COMMON = common();

  private PasswordRules() {}

  /** What is wrong with a password. */
  public enum Flaw {
    TOO_SHORT,
    TOO_LONG,
    /** In the list of common ones, of hardly any different characters, or made of the login. */
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
    return COMMON.contains(password)
        || password.codePoints().distinct().count() <= FEW
        || password.replace(login, "").replaceAll("[0-9!.?*_-]", "").isEmpty();
  }

  private static Set<String> common() {
    try (InputStream in = Objects.requireNonNull(PasswordRules.class.getResourceAsStream("common-passwords.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
