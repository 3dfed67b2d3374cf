package io.duly.desk.casefile;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;

/** One line of what happened. */
public sealed interface Happening {
  LocalDate day();

  /** A journal entry. */
  record Entry(int seq, String kind, ZonedDateTime at, boolean late, ZonedDateTime recordedAt, String actor, String summary)
      implements Happening {
    @Override
    public LocalDate day() {
      return at.toLocalDate();
    }

    public boolean byDuly() {
      return actor.equals("duly");
    }

    /** The name behind the actor's prefix. */
    public String who() {
      return actor.substring(actor.indexOf(':') + 1);
    }
  }

  /** Money that came in or was taken back, on one invoice. */
  record Posting(LocalDate day, String kind, long amount, String invoice, Optional<String> source, Optional<String> why)
      implements Happening {}
}
