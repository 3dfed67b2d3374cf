package io.duly.talk;

import java.util.Locale;

/** What a debtor may say on the telephone, and for which an answer should be at hand. */
public enum Objection {
  NOT_RECEIVED,
  GOODS,
  PRICE,
  DUPLICATE,
  PAID,
  NOT_ORDERED,
  NO_MONEY,
  APPROVAL,
  THIRD_PARTY,
  HARDSHIP,
  /** They promise once more what they have not kept. */
  PROMISE_AGAIN,
  /** We owe them an answer. */
  YOUR_ANSWER;

  /** As texts are keyed by it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
