package io.duly.rules.contact;

import io.duly.rules.Basis;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Whether a debtor may be contacted. */
public sealed interface Answer {

  /**
   * Yes.
   *
   * @param asked every rule that could have refused, each once
   */
  record Allowed(List<Basis> asked) implements Answer {
    public Allowed {
      asked = List.copyOf(asked);
    }
  }

  /**
   * No.
   *
   * @param reasons one at least, the rules of the house first
   * @param nextAllowed the first instant at which no rule refuses, as far as is known now; empty where
   *     there is none within about two years
   */
  record Refused(List<Reason> reasons, Optional<Instant> nextAllowed) implements Answer {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }

  /**
   * One rule's no.
   *
   * @param basis the rule, its statute and source
   * @param binding what sort of rule it is, as in {@code law} or {@code guideline}
   * @param why in a clause for a person; names days, never people
   */
  record Reason(Basis basis, String binding, String why) {}
}
