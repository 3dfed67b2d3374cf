package io.duly.desk.api;

import io.duly.correspondence.Reported;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.rules.contact.Answer;
import java.util.stream.Collectors;

/** Says to a program that a contact may not be made, by which rules, and from when on it may. */
final class ByTheRules {
  private ByTheRules() {}

  static Refusal refusal(Reported.Refused refused) {
    var why = refused.answer().reasons().stream().map(Answer.Reason::why).collect(Collectors.joining("; "));
    var then = refused.answer().nextAllowed().map(at -> " It may be made from " + at + " on.").orElse("");
    return new Refusal(ProblemType.REFUSED, "The rules of contact do not allow it now: " + why + "." + then);
  }
}
