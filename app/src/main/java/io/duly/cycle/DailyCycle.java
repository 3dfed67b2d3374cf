package io.duly.cycle;

import io.duly.agreements.PaymentNotices;
import io.duly.cases.Recorded;
import io.duly.charging.NightlyCharges;
import io.duly.correspondence.AgreementMail;
import io.duly.directdebit.Aftermath;
import io.duly.identity.KeptAnswers;
import io.duly.intake.job.SpoolCleaning;
import io.duly.settlements.Releases;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The daily cycle. */
@Component
public final class DailyCycle {
  private final Crew crew;
  private final Consumer<LocalDate> afterwards;

  @Autowired
  DailyCycle(Crew crew, NightlyCharges charges, AgreementMail agreements, PaymentNotices sent, Releases releases, Aftermath debits, DSLContext sql, SpoolCleaning spool, KeptAnswers answers, Clock clock) {
    this(crew, day -> {
      charges.post(day, clock.instant());
      releases.conclude(day, clock.instant());
      sql.transaction(tx -> sent.look(tx.dsl(), day, Recorded.by(Recorded.DULY, day, clock.instant())));
      sql.transaction(tx -> debits.look(tx.dsl(), day, Recorded.by(Recorded.DULY, day, clock.instant())));
      sql.transaction(tx -> agreements.plan(tx.dsl(), day, clock.instant()));
      spool.clean(day);
      answers.forget();
    });
  }

  /** @param afterwards what follows the decisions of a day */
  DailyCycle(Crew crew, Consumer<LocalDate> afterwards) {
    this.crew = crew;
    this.afterwards = afterwards;
  }

  /**
   * Runs a business date, or what is left of it: lets arrive what arrives by then, decides every account that is due or
   * touched, and stores what follows. Days between the last run and this one are not run one by one: what they left
   * undone is due on this one, and the policies' gaps keep steps from bunching. The same day again decides only what
   * was touched or failed since. Then what may be charged is posted for the creditors that chose so, settlements that were paid are concluded, money that debtors say they have sent is looked for, direct debits that came back or cannot be collected become a person's, instalments that come are reminded of, files that nobody
   * took in for long are removed, and old answers of the API forgotten.
   *
   * @throws NotThatDay where a later day was begun already, or another one is being run
   * @throws UnreadablePolicy where a policy file has problems
   */
  public RunReport run(LocalDate day) {
    var report = crew.run(day).report();
    afterwards.accept(day);
    return report;
  }

  /**
   * Decides again what was touched since the run of this day: whoever has just been found to have paid is done with at once.
   * Does nothing where the day was not run yet, or a later one was begun: then the next run decides.
   */
  public Optional<RunReport> again(LocalDate day) {
    return crew.ranLast(day) ? Optional.of(run(day)) : Optional.empty();
  }
}
