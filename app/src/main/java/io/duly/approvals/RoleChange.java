package io.duly.approvals;

import io.duly.identity.Administration;
import io.duly.identity.By;
import io.duly.identity.People;
import io.duly.identity.Person;
import io.duly.identity.Role;
import org.springframework.stereotype.Component;

/** Somebody becomes a manager or an administrator. */
@Component
final class RoleChange implements Change {
  private final People people;
  private final Administration administration;

  RoleChange(People people, Administration administration) {
    this.people = people;
    this.administration = administration;
  }

  @Override
  public Kind kind() {
    return Kind.ROLE;
  }

  @Override
  public boolean isAsItWas(Proposal proposal, Yes yes) {
    return people.held(proposal.person().orElseThrow()).role().code().equals(proposal.was());
  }

  @Override
  public boolean mayPropose(Person person, Proposal proposal) {
    return person.role().mayAdminister();
  }

  @Override
  public void apply(Proposal proposal, Person by, Yes yes) {
    administration.role(people.held(proposal.person().orElseThrow()), Role.of(proposal.becomes()), By.person(by, ""));
  }
}
