package io.duly.approvals;

import io.duly.agreements.Bargaining;
import io.duly.identity.Person;
import io.duly.kernel.CreditorId;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Limits of what may be agreed that go further than those of managers did. */
@Component
final class LimitsChange implements Change {
  private final DSLContext dsl;
  private final Bargaining bargaining;

  LimitsChange(DSLContext dsl, Bargaining bargaining) {
    this.dsl = dsl;
    this.bargaining = bargaining;
  }

  @Override
  public Kind kind() {
    return Kind.LIMITS;
  }

  @Override
  public boolean isAsItWas(Proposal proposal, Yes yes) {
    var creditor = creditor(proposal);
    bargaining.hold(dsl, creditor);
    return LimitsText.text(bargaining.of(dsl, creditor)).equals(proposal.was());
  }

  @Override
  public boolean mayPropose(Person person, Proposal proposal) {
    return person.role().mayApprove() && person.creditors().map(all -> all.contains(creditor(proposal))).orElse(true);
  }

  @Override
  public void apply(Proposal proposal, Person by, Yes yes) {
    bargaining.save(dsl, creditor(proposal), LimitsText.of(proposal.becomes()), by.actor(), yes.at(), Optional.of(proposal.id()));
  }

  private static CreditorId creditor(Proposal proposal) {
    return proposal.creditor().orElseThrow();
  }
}
