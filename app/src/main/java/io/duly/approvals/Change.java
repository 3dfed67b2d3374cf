package io.duly.approvals;

import io.duly.identity.Person;
import java.time.Instant;

/** How what was proposed is done. */
sealed interface Change permits PayToChange, RoleChange, ReturnChange {
  Kind kind();

  /** Whether it still stands as it did when it was proposed; what it stands in is held until the transaction ends. */
  boolean isAsItWas(Proposal proposal);

  /** Whether that person may propose it. */
  boolean mayPropose(Person person, Proposal proposal);

  /** @param by who proposed it */
  void apply(Proposal proposal, Person by, Instant at);
}
