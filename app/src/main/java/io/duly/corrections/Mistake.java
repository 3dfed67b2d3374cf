package io.duly.corrections;

import java.util.Locale;

/** What was wrong with an invoice. */
public enum Mistake {
  WRONG_PRICE("the price was wrong"),
  WRONG_GOODS("the wrong goods were delivered"),
  NEVER_DELIVERED("it was never delivered"),
  DUPLICATE("it was asked for twice"),
  OTHER("it was wrong");

  private final String sentence;

  Mistake(String sentence) {
    this.sentence = sentence;
  }

  public String sentence() {
    return sentence;
  }

  /** {@code WRONG_PRICE} as {@code wrong_price}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
