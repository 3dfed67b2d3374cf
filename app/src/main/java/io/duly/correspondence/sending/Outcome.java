package io.duly.correspondence.sending;

import java.time.Duration;
import java.util.Optional;

/** What came of handing a message over. Answers are the server's words in one line. */
sealed interface Outcome {
  String answer();

  /** It is the server or our account with it, so that other messages would fare no better now. */
  default boolean ofServer() {
    return false;
  }

  /** How long the server is left alone; zero where nothing speaks for a certain time. */
  default Duration rest() {
    return Duration.ZERO;
  }

  /**
   * The server has it.
   *
   * @param id under which a provider knows it; empty where it does not say
   */
  record Accepted(String answer, Optional<String> id) implements Outcome {
    Accepted(String answer) {
      this(answer, Optional.empty());
    }
  }

  /**
   * It will never take it.
   *
   * @param address it is the recipient's address or number that it does not know
   */
  record Refused(String answer, boolean address) implements Outcome {}

  /** It has not left: a temporary refusal, or the talk broke off before its end. */
  record NotYet(String answer, boolean ofServer, Duration rest) implements Outcome {
    NotYet(String answer, boolean ofServer) {
      this(answer, ofServer, Duration.ZERO);
    }
  }

  /** It was handed over to its last byte and nobody said that it arrived. */
  record Uncertain(String answer, boolean ofServer, Duration rest) implements Outcome {
    Uncertain(String answer) {
      this(answer, false, Duration.ZERO);
    }
  }
}
