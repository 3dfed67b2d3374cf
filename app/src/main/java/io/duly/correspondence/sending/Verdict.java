package io.duly.correspondence.sending;

import io.duly.wording.Claim;
import java.time.Instant;
import java.util.Set;

/** A gate's answer. */
public sealed interface Verdict {

  /**
   * It may leave, as far as this gate can tell.
   *
   * @param claims what is true of the case and may be said
   */
  record Passes(Set<Claim> claims) implements Verdict {
    public Passes {
      claims = Set.copyOf(claims);
    }
  }

  /** The facts have changed: it is withdrawn, and the case decided anew. */
  record Withdraw(String why) implements Verdict {}

  /** Not now; the message waits. */
  record Later(String why, Instant next) implements Verdict {}

  /** A person must look first. */
  record AskPerson(String why) implements Verdict {}
}
