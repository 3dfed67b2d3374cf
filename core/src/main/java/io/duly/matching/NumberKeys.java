package io.duly.matching;

import java.util.ArrayList;
import java.util.List;

/**
 * The ways in which a payer may write an invoice's number: as it is, its digits alone, its groups of digits without their
 * noughts, its last group alone. {@code RE-2026-00123} is also 202600123, 2026123 and 123.
 */
record NumberKeys(String folded, boolean letters, List<String> digits, String last) {

  static NumberKeys of(String number) {
    var compact = Plain.compact(number);
    var groups = groups(Plain.capitals(number));
    var last = groups.isEmpty() ? "" : Plain.withoutNoughts(groups.getLast());
    return new NumberKeys(Plain.folded(compact), !Plain.allDigits(compact), whole(groups), last);
  }

  private static List<String> groups(String number) {
    var groups = new ArrayList<String>(3);
    int from = -1;
    for (int at = 0; at <= number.length(); at++) {
      boolean digit = at < number.length() && Plain.isDigit(number.charAt(at));
      if (digit && from < 0) {
        from = at;
      } else if (!digit && from >= 0) {
        groups.add(number.substring(from, at));
        from = -1;
      }
    }
    return groups;
  }

  private static List<String> whole(List<String> groups) {
    if (groups.isEmpty()) {
      return List.of();
    }
    var all = Plain.withoutNoughts(String.join("", groups));
    if (groups.size() == 1) {
      return List.of(all);
    }
    var bare = new StringBuilder();
    groups.forEach(group -> bare.append(Plain.withoutNoughts(group)));
    return bare.toString().equals(all) ? List.of(all) : List.of(all, bare.toString());
  }

  /** Puts every key into the index. */
  void into(PackedIndex.Builder index, int invoice) {
    index.add(Hashes.of(Hashes.NUMBER, folded), invoice);
    digits.forEach(one -> index.add(Hashes.of(Hashes.DIGITS, one), invoice));
    if (!last.isEmpty() && !digits.contains(last)) {
      index.add(Hashes.of(Hashes.DIGITS, last), invoice);
    }
  }

  /**
   * How surely a text names this invoice: 3 by a long number, 1 by a few digits that may be anything, 0 not at all.
   *
   * @param text capitals and digits
   * @param told a word before it says that it is an invoice
   */
  int strength(String text, boolean told) {
    int strength = bareStrength(text, told);
    return strength > 1 && foreign(text) ? 1 : strength;
  }

  /** Letters before the digits that are neither this number's own nor a word for an invoice. */
  private boolean foreign(String text) {
    int to = 0;
    while (to < text.length() && !Plain.isDigit(text.charAt(to))) {
      to++;
    }
    var before = text.substring(0, to);
    return to > 0 && !folded.startsWith(Plain.folded(before)) && !folded.equals(Plain.folded(text)) && !Wording.leads(before) && !ledBy(before);
  }

  /** Whether they are a word for an invoice and then this number's own letters: {@code NOF2025} for {@code F2025}. */
  private boolean ledBy(String before) {
    for (int at = 1; at < before.length(); at++) {
      if (folded.startsWith(Plain.folded(before.substring(at))) && Wording.leads(before.substring(0, at))) {
        return true;
      }
    }
    return false;
  }

  private int bareStrength(String text, boolean told) {
    if (letters && Plain.folded(text).equals(folded)) {
      return text.length() >= 6 ? 3 : text.length() >= 4 ? 2 : 1;
    }
    var bare = Plain.withoutNoughts(digitsOf(text));
    if (digits.contains(bare)) {
      return year(bare) ? 1 : Math.max(byLength(bare.length(), told), Math.min(2, byLength(written(text, bare), told)));
    }
    if (bare.equals(last)) {
      return year(bare) ? 1 : Math.min(2, byLength(written(text, bare), told));
    }
    return !letters && Plain.folded(text).equals(folded) ? byLength(text.length(), told) : 0;
  }

  /** Noughts before it count where the number has them too. */
  private int written(String text, String bare) {
    var own = Plain.folded(text.substring(text.length() - NumberKeys.digitsOf(text).length()));
    return folded.contains(own) ? own.length() : bare.length();
  }

  static boolean year(String digits) {
    return digits.length() == 4 && (digits.startsWith("20") || digits.startsWith("199"));
  }

  boolean isPart(String text) {
    var bare = Plain.withoutNoughts(digitsOf(text));
    return bare.equals(last) && !digits.contains(bare);
  }

  private static int byLength(int length, boolean told) {
    if (length >= 6) {
      return 3;
    }
    return switch (length) {
      case 5 -> told ? 3 : 2;
      case 4 -> 2;
      case 3 -> told ? 2 : 1;
      default -> told ? 1 : 0;
    };
  }

  /** The digits behind any letters: of {@code RE4711} the 4711; none where letters follow digits again. */
  static String digitsOf(String text) {
    int from = 0;
    while (from < text.length() && !Plain.isDigit(text.charAt(from))) {
      from++;
    }
    var rest = text.substring(from);
    return Plain.allDigits(rest) ? rest : "";
  }
}
