package io.duly.approvals;

import io.duly.agreements.BargainRules;
import io.duly.agreements.Bargaining;
import io.duly.identity.Person;
import io.duly.kernel.CreditorId;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How people change limits: at once, but for those that go further than managers could, which wait for a second person. */
@Component
public class BargainLimits {
  private final Bargaining bargaining;
  private final Proposals proposals;
  private final InstantSource clock;

  BargainLimits(Bargaining bargaining, Proposals proposals, InstantSource clock) {
    this.bargaining = bargaining;
    this.proposals = proposals;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param version in force now; 0: what is shipped
   * @param proposal where all of it waits for a second person
   */
  public record Saved(int version, Optional<UUID> proposal) {}

  /**
   * Works in the caller's transaction.
   *
   * @param from the person's address
   */
  public Saved save(DSLContext tx, Person person, CreditorId creditor, BargainRules next, String from) {
    proposals.hold(creditor.value());
    bargaining.hold(tx, creditor);
    var now = bargaining.of(tx, creditor);
    if (next.goFurtherThan(now)) {
      var proposal = proposals.add(Kind.LIMITS, creditor.value(), LimitsText.text(now), LimitsText.text(next), person.id(), from);
      return new Saved(bargaining.latest(tx, creditor).map(Bargaining.Version::version).orElse(0), Optional.of(proposal));
    }
    return new Saved(bargaining.save(tx, creditor, next, person.actor(), clock.instant(), Optional.empty()), Optional.empty());
  }
}
