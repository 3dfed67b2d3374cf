package io.duly.cases;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Who records something, and when (P21: when it happened and when it was written down are both kept).
 *
 * @param actor {@code person:login}, {@code shell:user} at the command line, {@code file:name}, or {@code duly} for the system itself
 * @param on the business date
 * @param occurredAt when it happened
 * @param recordedAt when it is written down, not before it happened
 */
public record Recorded(String actor, LocalDate on, Instant occurredAt, Instant recordedAt) {
  /** The system itself. */
  public static final String DULY = "duly";

  public Recorded {
    if (recordedAt.isBefore(occurredAt)) {
      throw new IllegalArgumentException("Written down at " + recordedAt + ", before it happened at " + occurredAt);
    }
  }

  /** Written down as it happens. */
  public static Recorded by(String actor, LocalDate on, Instant at) {
    return new Recorded(actor, on, at, at);
  }

  /** The actor of a person who signed in. */
  public static String person(String login) {
    return "person:" + login;
  }
}
