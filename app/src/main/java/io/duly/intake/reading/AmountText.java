package io.duly.intake.reading;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An amount as written: what stands around the digits is taken off, the digits with their points and commas remain.
 *
 * @param digits digits, points and commas; spaces and apostrophes between groups are gone
 * @param negative a minus before or behind, or brackets around
 * @param side credit or debit behind the number, where it says so
 * @param currency a code or an unmistakable sign beside the number
 */
record AmountText(String digits, boolean negative, AmountSide side, Optional<String> currency) {
  private static final int LONGEST = 40;

  /** Null where the text is no amount in any format. */
  static @Nullable AmountText of(String text) {
    return plain(text) ? new AmountText(text, false, AmountSide.UNSAID, Optional.empty()) : decorated(text);
  }

  private static boolean plain(String text) {
    for (int at = 0; at < text.length(); at++) {
      char one = text.charAt(at);
      if ((one < '0' || one > '9') && ((one != '.' && one != ',') || at == 0)) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= LONGEST;
  }

  private static @Nullable AmountText decorated(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    var parts = new AmountSigns(text);
    return parts.understood() ? new AmountText(parts.digits(), parts.negative(), parts.side(), parts.currency()) : null;
  }

  int last(char one) {
    return digits.lastIndexOf(one);
  }

  /** Both a point and a comma, or one of them in a place where only one reading is possible. */
  Optional<Character> decimal() {
    int point = last('.');
    int comma = last(',');
    if (point < 0 && comma < 0) {
      return Optional.empty();
    }
    if (point >= 0 && comma >= 0) {
      return Optional.of(point > comma ? '.' : ',');
    }
    char only = point >= 0 ? '.' : ',';
    if (digits.indexOf(only) != last(only)) {
      return Optional.of(only == '.' ? ',' : '.');
    }
    return couldBeGroup(last(only)) ? Optional.empty() : Optional.of(only);
  }

  /** One point or comma with one to three digits before it and three behind: thousands, or three decimals. */
  boolean couldBeEither() {
    int at = Math.max(last('.'), last(','));
    return at >= 0 && decimal().isEmpty();
  }

  /** Read as decimals, the value has no digit beyond these. */
  boolean hasAtMost(int decimals) {
    int at = Math.max(last('.'), last(','));
    return digits.substring(Math.min(digits.length(), at + 1 + decimals)).chars().allMatch(one -> one == '0');
  }

  private boolean couldBeGroup(int at) {
    return digits.length() - at == 4 && at >= 1 && at <= 3 && digits.charAt(0) != '0';
  }
}
