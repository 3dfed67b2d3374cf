package io.duly.desk.worklist;

import io.duly.rules.contact.Answer;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The moment at the debtor's.
 *
 * @param there their local time
 * @param number a telephone number is known that is not somebody else's
 * @param mayCall whether they may be called; empty where it was not asked, because it is nobody's turn, there is no number or a promise runs
 */
public record Now(ZonedDateTime there, boolean number, Optional<Answer> mayCall) {

  public boolean isClosed() {
    return closed().isPresent();
  }

  public Optional<Answer.Refused> closed() {
    return mayCall.filter(Answer.Refused.class::isInstance).map(Answer.Refused.class::cast);
  }
}
