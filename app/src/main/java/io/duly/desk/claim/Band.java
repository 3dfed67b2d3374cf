package io.duly.desk.claim;

import io.duly.cases.Claim;
import io.duly.identity.Person;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * What the page of a case says of who is in it.
 *
 * @param number the case's
 * @param since when the claim began, in the desk's zone
 * @param others to whom it could be given
 * @param refused why what was asked could not be done; empty as a rule
 */
public record Band(
    long number, Optional<Claim> claim, Optional<ZonedDateTime> since, Optional<Person> owner, List<Person> others, boolean open, String refused) {

  public boolean isHeldBy(Person person) {
    return claim.filter(held -> held.person().equals(person.id())).isPresent();
  }

  public String address() {
    return "/cases/" + number;
  }
}
