package io.duly.desk.worklist;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Whose cases are looked at, where not everybody's. */
public enum Owned {
  MINE,
  UNASSIGNED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Owned> of(String code) {
    return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
  }
}
