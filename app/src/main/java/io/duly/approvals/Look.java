package io.duly.approvals;

import io.duly.identity.Person;
import io.duly.identity.Role;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody who looks at proposals, and what decides whether they may say yes.
 *
 * @param person as they are now, for a session may be older than their rights; empty where they are shut out
 * @param hands who has lately given them a link to choose a password, or changed how they sign in, as the record names people
 * @param able everybody who can sign in
 * @param putAway whether they have lately shut somebody out, or taken rights from somebody, who could have said yes
 */
record Look(Optional<Person> person, Set<String> hands, List<Person> able, boolean putAway) {

  /** Who decides about such, who proposed it, and who reads everything. */
  boolean isShown(Proposal proposal) {
    return person.filter(one -> isOf(one, proposal) || (isOfTheirRole(one, proposal) || one.role() == Role.AUDITOR) && sees(one, proposal)).isPresent();
  }

  /** Why they cannot say yes to what waits; {@link Answer#DONE} where they can. */
  Answer why(Proposal proposal) {
    if (person.filter(one -> isOf(one, proposal)).isPresent()) {
      return Answer.OWN;
    }
    if (person.isEmpty() || !reaches(person.get(), proposal)) {
      return Answer.NOT_THEIRS;
    }
    if (proposal.person().filter(person.get().id()::equals).isPresent()) {
      return Answer.OF_THEMSELF;
    }
    return hands.contains("person:" + proposal.login()) ? Answer.TIED : Answer.DONE;
  }

  /** Whether they proposed it, nobody else could say yes, and none of those was put away by them. */
  boolean isAlone(Proposal proposal) {
    return !putAway && able.stream().noneMatch(one -> !isOf(one, proposal) && proposal.person().filter(one.id()::equals).isEmpty() && reaches(one, proposal));
  }

  private static boolean isOf(Person person, Proposal proposal) {
    return proposal.by().equals(person.id());
  }

  private static boolean reaches(Person person, Proposal proposal) {
    return isOfTheirRole(person, proposal) && sees(person, proposal);
  }

  /** An offer may be within what a senior can agree to. */
  private static boolean isOfTheirRole(Person person, Proposal proposal) {
    return proposal.kind() == Kind.OFFER ? person.role().mayTakeOver() : person.role().mayApprove();
  }

  private static boolean sees(Person person, Proposal proposal) {
    return proposal.creditor()
        .map(creditor -> person.creditors().map(all -> all.contains(creditor)).orElse(true))
        .orElse(person.role().mayAdminister() || person.creditors().isEmpty());
  }
}
