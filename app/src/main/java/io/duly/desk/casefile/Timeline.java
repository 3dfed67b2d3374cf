package io.duly.desk.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What happened, the latest first.
 *
 * @param query what is looked for in it; empty for everything
 * @param older the sequence number that the next page begins below, where there is one
 */
public record Timeline(Part part, String query, List<Happening> happenings, Optional<Integer> older) {

  /** Which part of it is looked at. */
  public enum Part {
    ALL,
    /** What people wrote and did. */
    PEOPLE,
    MONEY,
    /** What the daily cycle decided. */
    DECISIONS;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Part of(String code) {
      return Arrays.stream(values()).filter(part -> part.code().equals(code)).findFirst().orElse(ALL);
    }
  }
}
