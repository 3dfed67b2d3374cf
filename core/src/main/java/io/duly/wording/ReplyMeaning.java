package io.duly.wording;

import java.util.List;

/** What a reply may be saying, the most pressing first (P23). */
public enum ReplyMeaning {
  /** Somebody may be in danger: a person reads this at once. */
  DANGER("danger"),
  STOP("stop"),
  DECEASED("died"),
  REPRESENTED("represented"),
  INSOLVENCY("insolvency"),
  /** Hardship or distress (P17). */
  HARDSHIP("jobLoss", "noMoney", "health", "bereavement", "home", "separation"),
  WRONG_PERSON("wrongPerson"),
  DISPUTES("dispute"),
  SAYS_PAID("paid"),
  ASKS_FOR_DOCUMENTS("documents"),
  PROMISES("promise"),
  ASKS_FOR_TIME("time"),
  ASKS_FOR_A_CALL("call"),
  ABUSIVE("abusive"),
  OUT_OF_OFFICE("outOfOffice"),
  ASKS("question");

  private final List<String> concepts;

  ReplyMeaning(String... concepts) {
    this.concepts = List.of(concepts);
  }

  /** Abuse, danger and machines' answers are what they are, whatever is denied around them. */
  boolean canBeDenied() {
    return this != DANGER && this != ABUSIVE && this != OUT_OF_OFFICE;
  }

  List<String> concepts() {
    return concepts;
  }
}
