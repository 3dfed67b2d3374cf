package io.duly.desk.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A kind of work, after the next action of the case. */
public enum Work {
  CALL,
  VERIFY,
  ALLOCATE,
  SEND,
  PLACE,
  WRITE_OFF,
  REVIEW,
  /** Nobody's turn; the daily cycle looks again on a day. */
  WAIT;

  /** The code that the database and addresses use. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Work> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }

  /** The kinds that are somebody's turn. */
  static List<Work> turns() {
    return Arrays.stream(values()).filter(one -> one != WAIT).toList();
  }
}
