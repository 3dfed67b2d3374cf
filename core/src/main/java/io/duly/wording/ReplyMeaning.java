package io.duly.wording;

import java.util.List;

/** What a reply may be saying, the most pressing first (P23). */
public enum ReplyMeaning {
  /** Somebody may be in danger: a person reads this at once. */
  DANGER,
  STOP,
  DECEASED,
  REPRESENTED,
  INSOLVENCY,
  /** Hardship or distress (P17). */
  HARDSHIP,
  WRONG_PERSON,
  DISPUTES,
  SAYS_PAID,
  ASKS_FOR_DOCUMENTS,
  PROMISES,
  ASKS_FOR_TIME,
  ASKS_FOR_A_CALL,
  ABUSIVE,
  OUT_OF_OFFICE,
  ASKS;

  /** Abuse, danger and machines' answers are what they are, whatever is denied around them. */
  boolean canBeDenied() {
    return this != DANGER && this != ABUSIVE && this != OUT_OF_OFFICE;
  }

  /** "I am ill and cannot bear it": a "not" behind it is about something else; what must not be missed is not waved away by one. */
  boolean canBeDeniedFromBehind() {
    return this != HARDSHIP && this != STOP;
  }

  /** The concepts in the files of the languages that mean it. */
  List<String> concepts() {
    return switch (this) {
      case DANGER -> List.of("danger");
      case STOP -> List.of("stop");
      case DECEASED -> List.of("died");
      case REPRESENTED -> List.of("represented");
      case INSOLVENCY -> List.of("insolvency");
      case HARDSHIP -> List.of("jobLoss", "noMoney", "health", "bereavement", "home", "separation");
      case WRONG_PERSON -> List.of("wrongPerson");
      case DISPUTES -> List.of("dispute");
      case SAYS_PAID -> List.of("paid");
      case ASKS_FOR_DOCUMENTS -> List.of("documents");
      case PROMISES -> List.of("promise");
      case ASKS_FOR_TIME -> List.of("time");
      case ASKS_FOR_A_CALL -> List.of("call");
      case ABUSIVE -> List.of("abusive");
      case OUT_OF_OFFICE -> List.of("outOfOffice");
      case ASKS -> List.of("question");
    };
  }
}
