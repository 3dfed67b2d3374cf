package io.duly.correspondence.sending;

import java.time.Instant;
import java.util.Optional;

/**
 * A question that is asked before a message leaves, and its answer of now.
 *
 * @param why in a clause, where the answer is not yes
 * @param next from when on it may be yes, where that is known
 */
public record Asked(Question question, Reply reply, String why, Optional<Instant> next) {

  /** In the order in which they are asked. */
  public enum Question {
    PAUSE,
    FACTS,
    WORDS,
    LOOK_FIRST,
    SENDER,
    ADDRESS,
    RULES
  }

  /** What the answer means for the message. */
  public enum Reply {
    YES,
    /** It waits until something changes. */
    WAITS,
    /** A person says yes or no. */
    PERSON,
    /** It would be withdrawn. */
    WITHDRAWN
  }

  static Asked yes(Question question) {
    return new Asked(question, Reply.YES, "", Optional.empty());
  }

  static Asked waits(Question question, String why, Optional<Instant> next) {
    return new Asked(question, Reply.WAITS, why, next);
  }

  static Asked withdrawn(Question question, String why) {
    return new Asked(question, Reply.WITHDRAWN, why, Optional.empty());
  }

  static Asked of(Question question, Verdict verdict) {
    return switch (verdict) {
      case Verdict.Passes _ -> yes(question);
      case Verdict.Later later -> waits(question, later.why(), Optional.of(later.next()));
      case Verdict.AskPerson ask -> new Asked(question, Reply.PERSON, ask.why(), Optional.empty());
      case Verdict.Withdraw withdraw -> withdrawn(question, withdraw.why());
    };
  }
}
