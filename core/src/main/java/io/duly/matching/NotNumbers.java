package io.duly.matching;

import io.duly.identifiers.CheckDigits;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks what in a text is a date, an amount, an account or a telephone number, however much it looks like a number. */
final class NotNumbers {
  private static final Pattern DATE =
      Pattern.compile("(?<![0-9A-Z])(?:(\\d{1,2})[./-](\\d{1,2})[./-](20\\d{2}|\\d{2})|(20\\d{2})-(\\d{2})-(\\d{2}))(?![0-9A-Z])");
  private static final Pattern AMOUNT =
      Pattern.compile("(?<![0-9A-Z.,/-])(?:EUR|USD|GBP|CHF|SEK|NOK|DKK|€|\\$|£)?\\s?(\\d{1,3}(?:[. ']\\d{3})+|\\d{1,7})[.,](\\d{2})(?![0-9A-Z]|[.,/]\\d)\\s?(EUR|USD|GBP|CHF|SEK|NOK|DKK|EURO|€|\\$|£)?");
  private static final Pattern ACCOUNT = Pattern.compile("(?<![0-9A-Z])(?!RF)[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![0-9A-Z])");
  private static final Pattern PHONE = Pattern.compile("(?<![0-9A-Z])\\+\\d{2}[ 0-9/()-]{6,16}");

  private final BitSet marked = new BitSet();
  private final Set<Integer> dates = new HashSet<>();

  /** @param amount minor units of the payment: where the text repeats it, that is the amount */
  static NotNumbers in(String plain, long amount) {
    var marks = new NotNumbers();
    marks.all(DATE, plain, marks::isDate);
    marks.all(AMOUNT, plain, found -> isAmount(found, amount));
    marks.all(ACCOUNT, plain, found -> CheckDigits.mod97(turned(found.group())) == 1);
    marks.all(PHONE, plain, found -> !found.group().contains("+++"));
    return marks;
  }

  boolean within(int from, int to) {
    int next = marked.nextSetBit(from);
    return next >= 0 && next < to;
  }

  private interface Test {
    boolean holds(Matcher found);
  }

  private void all(Pattern pattern, String plain, Test test) {
    var found = pattern.matcher(plain);
    while (found.find()) {
      if (test.holds(found)) {
        marked.set(found.start(), found.end());
      }
    }
  }

  private boolean isDate(Matcher found) {
    boolean yearFirst = found.group(1) == null;
    int year = Integer.parseInt(found.group(yearFirst ? 4 : 3));
    int month = Integer.parseInt(found.group(yearFirst ? 5 : 2));
    int day = Integer.parseInt(found.group(yearFirst ? 6 : 1));
    boolean is = Math.min(month, day) >= 1 && Math.min(month, day) <= 12 && Math.max(month, day) <= 31;
    if (is) {
      Dates.day(year, month, day).ifPresent(dates::add);
      Dates.day(year, day, month).ifPresent(dates::add);
    }
    return is;
  }

  Set<Integer> dates() {
    return dates;
  }

  private static boolean isAmount(Matcher found, long amount) {
    var minor = found.group(1).replaceAll("\\D", "") + found.group(2);
    return found.group(3) != null
        || !Character.isDigit(found.group().strip().charAt(0))
        || minor.equals(Long.toString(amount))
        || found.group(1).length() > found.group(1).replaceAll("\\D", "").length();
  }

  private static String turned(String account) {
    var bare = account.replace(" ", "");
    return bare.substring(4) + bare.substring(0, 4);
  }
}
