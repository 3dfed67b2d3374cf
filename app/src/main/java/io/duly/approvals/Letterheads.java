package io.duly.approvals;

import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.Brandings;
import io.duly.identity.Person;
import io.duly.parties.Creditor;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How people change a letterhead: all of it at once, but for the accounts, which wait for a second person. */
@Component
public class Letterheads {
  private final Brandings brandings;
  private final Proposals proposals;
  private final InstantSource clock;

  Letterheads(Brandings brandings, Proposals proposals, InstantSource clock) {
    this.brandings = brandings;
    this.proposals = proposals;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param version in force now
   * @param proposal where other accounts were asked for
   */
  public record Saved(int version, Optional<UUID> proposal) {}

  /**
   * Works in the caller's transaction.
   *
   * @param from the person's address
   * @throws IllegalArgumentException where something in it is not what it says it is, in a sentence
   */
  public Saved save(DSLContext tx, Person person, Creditor creditor, Branding next, String from) {
    Brandings.require(next);
    proposals.hold(creditor.id().value());
    brandings.hold(tx, creditor);
    var now = brandings.of(tx, creditor).sender().accounts();
    var was = Accounts.text(now);
    var becomes = Accounts.text(next.sender().accounts());
    var proposal = was.equals(becomes) ? Optional.<UUID>empty() : Optional.of(proposals.add(Kind.PAY_TO, creditor.id().value(), was, becomes, person.id(), from));
    return new Saved(brandings.save(tx, creditor, next.payingTo(now), person.actor(), clock.instant()), proposal);
  }
}
