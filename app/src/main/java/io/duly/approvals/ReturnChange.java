package io.duly.approvals;

import io.duly.identity.Administration;
import io.duly.identity.By;
import io.duly.identity.People;
import io.duly.identity.Person;
import org.springframework.stereotype.Component;

/** A manager or an administrator who was shut out is let in again. */
@Component
final class ReturnChange implements Change {
  static final String SHUT_OUT = "shut-out";

  private final People people;
  private final Administration administration;

  ReturnChange(People people, Administration administration) {
    this.people = people;
    this.administration = administration;
  }

  @Override
  public Kind kind() {
    return Kind.RETURN;
  }

  @Override
  public boolean isAsItWas(Proposal proposal, Yes yes) {
    var person = people.held(proposal.person().orElseThrow());
    return people.admitted(person.id()).isEmpty() && person.role().code().equals(proposal.becomes());
  }

  @Override
  public boolean mayPropose(Person person, Proposal proposal) {
    return person.role().mayAdminister();
  }

  @Override
  public void apply(Proposal proposal, Person by, Yes yes) {
    administration.letIn(people.held(proposal.person().orElseThrow()), By.person(by, ""));
  }
}
