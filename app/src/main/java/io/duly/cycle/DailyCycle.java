package io.duly.cycle;

import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The daily cycle. */
@Component
public final class DailyCycle {
  private final Crew crew;

  DailyCycle(Crew crew) {
    this.crew = crew;
  }

  /**
   * Runs a business date, or what is left of it: lets arrive what arrives by then, decides every account that is due or
   * touched, and stores what follows. Days between the last run and this one are not run one by one: what they left
   * undone is due on this one, and the policies' gaps keep steps from bunching. The same day again decides only what
   * was touched or failed since.
   *
   * @throws NotThatDay where a later day was begun already, or another one is being run
   * @throws UnreadablePolicy where a policy file has problems
   */
  public RunReport run(LocalDate day) {
    return crew.run(day).report();
  }
}
