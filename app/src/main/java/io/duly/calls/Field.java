package io.duly.calls;

import java.util.Locale;
import java.util.Optional;

/** What can be typed or ticked during a call. */
public enum Field {
  /** Who is on the line, and what showed it. */
  WHO(200),
  HOW(200),
  /** The debtor's own words, our reading of them, and who can confirm it. */
  WORDS(5_000),
  CATEGORY(40),
  READING(1_000),
  ASK(200),
  CONFIRMED(5),
  /** What they need from us. */
  NEEDS(1_000),
  WAY(20),
  AMOUNT(30),
  FIRST_ON(10),
  REST_ON(10),
  COUNT(3),
  RHYTHM(20),
  /** Days and amounts, one a line, where the rhythm is typed. */
  TYPED(4_000),
  PAID_BY(20),
  /** The options that were refused, their words with a blank between. */
  REFUSED(300),
  /** Why somebody should agree to more than the caller may. */
  OFFER_WHY(500),
  AGREED(5),
  /** What was agreed goes to them in writing. */
  RECAP(5),
  /** Wishes about contact. */
  LETTERS_ONLY(5),
  NOT_AT_WORK(5),
  NO_CALLS(5),
  STOP(5),
  /** The number was somebody else's: the right person is asked for by letter. */
  ASK_CONTACT(5),
  /** Breathing space until a day. */
  SPACE_UNTIL(10),
  /** It became heated: nothing until they are called back. */
  COOL(5),
  NOTE(5_000),
  OUTCOME(20),
  NEXT(20),
  NEXT_ON(10),
  NEXT_AT(5);

  private final int longest;

  Field(int longest) {
    this.longest = longest;
  }

  /** As forms and the stored draft spell it: {@code first_on}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How many signs fit. */
  public int longest() {
    return longest;
  }

  static Optional<Field> of(String word) {
    for (var field : values()) {
      if (field.word().equals(word)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }
}
