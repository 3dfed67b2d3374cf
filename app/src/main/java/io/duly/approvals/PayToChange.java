package io.duly.approvals;

import io.duly.correspondence.template.Brandings;
import io.duly.identity.Person;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Other accounts that debtors are told to pay to. */
@Component
final class PayToChange implements Change {
  private final DSLContext dsl;
  private final Brandings brandings;
  private final Parties parties;

  PayToChange(DSLContext dsl, Brandings brandings, Parties parties) {
    this.dsl = dsl;
    this.brandings = brandings;
    this.parties = parties;
  }

  @Override
  public Kind kind() {
    return Kind.PAY_TO;
  }

  @Override
  public boolean isAsItWas(Proposal proposal, Yes yes) {
    var creditor = creditor(proposal);
    brandings.hold(dsl, creditor);
    return Accounts.text(brandings.of(dsl, creditor).sender().accounts()).equals(proposal.was());
  }

  @Override
  public boolean mayPropose(Person person, Proposal proposal) {
    return person.role().mayAuthor() && person.creditors().map(all -> all.contains(proposal.creditor().orElseThrow())).orElse(true);
  }

  @Override
  public void apply(Proposal proposal, Person by, Yes yes) {
    var creditor = creditor(proposal);
    var next = brandings.of(dsl, creditor).payingTo(Accounts.of(proposal.becomes()));
    brandings.save(dsl, creditor, next, by.actor(), yes.at(), proposal.id());
  }

  private Creditor creditor(Proposal proposal) {
    var id = proposal.creditor().orElseThrow();
    return parties.creditors(dsl).stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }
}
