package io.duly.correspondence.sending;

import java.time.Instant;

/** What came of wanting to send a message that waits. */
sealed interface Taken {

  /** It is marked and may be handed over. */
  record Ready(Outgoing outgoing) implements Taken {}

  /** Somebody else is at it or at its case, or it does not wait any more. */
  record Busy() implements Taken {}

  /** It waits on. */
  record Kept() implements Taken {}

  record Withdrawn() implements Taken {}

  /** It needs a person. */
  record Held() implements Taken {}

  /** The server has been given as much as it may be given. */
  record TooFast(Instant until) implements Taken {}
}
