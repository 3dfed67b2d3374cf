package io.duly.correspondence.sending;

import java.time.Duration;
import java.util.List;

/**
 * How often a message is tried, and how long is waited between.
 *
 * @param pauses after the first try, the second …; after one more it is given up
 */
record Patience(List<Duration> pauses) {
  /** Over about a day: grey lists let in after minutes, and servers are mended within hours. */
  static final Patience STANDARD =
      new Patience(List.of(Duration.ofMinutes(5), Duration.ofMinutes(20), Duration.ofHours(1), Duration.ofHours(6), Duration.ofHours(18)));

  Patience {
    pauses = List.copyOf(pauses);
  }

  boolean isOver(int tries) {
    return tries > pauses.size();
  }

  /** @param tries so far, from 1 to as many as there are pauses */
  Duration after(int tries) {
    return pauses.get(tries - 1);
  }
}
