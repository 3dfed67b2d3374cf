package io.duly.approvals;

import io.duly.identity.Person;
import java.util.function.Predicate;

/** How what was proposed is done. */
sealed interface Change permits PayToChange, RoleChange, ReturnChange, LimitsChange, OfferChange {
  Kind kind();

  /** Whether it still stands as it did when it was proposed; what it stands in is held until the transaction ends. */
  boolean isAsItWas(Proposal proposal, Yes yes);

  /** Whether that person may propose it. */
  boolean mayPropose(Person person, Proposal proposal);

  /** Whether that person's yes reaches so far; asked once for all proposals that are looked at. */
  default Predicate<Proposal> mayDecide(Person person) {
    return _ -> true;
  }

  /** @param by who proposed it */
  void apply(Proposal proposal, Person by, Yes yes);

  /** It came to nothing: declined, withdrawn or overtaken. */
  default void endedOtherwise(Proposal proposal, Proposal.Outcome outcome, String reason, Yes who) {}
}
