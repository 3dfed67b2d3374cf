package io.duly.desk.task;

import java.util.Arrays;
import java.util.Locale;

/** Whose tasks are looked at. */
public enum Shelf {
  MINE,
  UNASSIGNED,
  ALL;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Shelf of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst().orElse(ALL);
  }
}
