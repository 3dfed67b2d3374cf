package io.duly.webhooks;

import java.time.Duration;
import java.util.Optional;

/** What came of an attempt. */
sealed interface Answer {
  /** Any status of 200 to 299. */
  record Taken(int status) implements Answer {}

  /** 410: nobody wants it any more. */
  record Gone() implements Answer {}

  /**
   * It was not taken.
   *
   * @param status that was answered, where something was
   * @param trouble as {@link Event.Attempt#trouble}
   * @param restAsked how long a rest the receiver asked for
   */
  record Failed(Optional<Integer> status, String trouble, Optional<Duration> restAsked) implements Answer {}

  static Failed failed(String trouble) {
    return new Failed(Optional.empty(), trouble, Optional.empty());
  }
}
