package io.duly.calls;

import io.duly.agreements.Agreed;
import io.duly.kernel.Money;
import io.duly.plans.Valued;
import io.duly.talk.CallOutcome;
import io.duly.talk.NextStep;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The end of a call, as a person wishes it.
 *
 * @param sheet all that was typed
 * @param agreed what was agreed; empty where nothing was
 * @param open what was open when it was agreed
 */
public record Finish(CallOutcome outcome, NextStep next, LocalDate nextOn, Sheet sheet, Optional<Agreement> agreed, Money open) {

  /** What was agreed, and what it is worth. */
  public record Agreement(Agreed agreed, Valued valued) {

    /** It goes further than the caller may: somebody else is asked before it holds. */
    public boolean goesFurther() {
      return !valued.beyond().isEmpty();
    }
  }
}
