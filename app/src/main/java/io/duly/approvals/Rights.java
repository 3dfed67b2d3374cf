package io.duly.approvals;

import io.duly.identity.Administration;
import io.duly.identity.By;
import io.duly.identity.Links;
import io.duly.identity.LoginTaken;
import io.duly.identity.People;
import io.duly.identity.Person;
import io.duly.identity.Role;
import io.duly.kernel.CreditorId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How administrators give rights on pages: at once, but for those of a manager or an administrator, which wait for a second person. */
@Component
public class Rights {
  /** What somebody new is until a second person has agreed that they be more: looks, and changes nothing. */
  private static final Role MEANWHILE = Role.AUDITOR;

  private final Administration administration;
  private final Links links;
  private final People people;
  private final Proposals proposals;

  Rights(Administration administration, Links links, People people, Proposals proposals) {
    this.administration = administration;
    this.links = links;
    this.people = people;
    this.proposals = proposals;
  }

  /**
   * Another role.
   *
   * @return whether it waits for a second person
   */
  @Transactional
  public boolean role(Person asked, Role role, Person by, String from) {
    proposals.hold(asked.uuid());
    var person = people.held(asked.id());
    if (isMore(person.role(), role)) {
      proposals.add(Kind.ROLE, person.uuid(), person.role().code(), role.code(), by.id(), from);
      return true;
    }
    administration.role(person, role, By.person(by, from));
    return false;
  }

  /**
   * In again.
   *
   * @return whether it waits for a second person
   */
  @Transactional
  public boolean letIn(Person asked, Person by, String from) {
    proposals.hold(asked.uuid());
    var person = people.held(asked.id());
    if (person.role().mayApprove() && people.admitted(person.id()).isEmpty()) {
      proposals.add(Kind.RETURN, person.uuid(), ReturnChange.SHUT_OUT, person.role().code(), by.id(), from);
      return true;
    }
    administration.letIn(person, By.person(by, from));
    return false;
  }

  /** @param waits whether the role waits for a second person */
  public record Admitted(Links.Link link, boolean waits) {}

  /**
   * Adds somebody.
   *
   * @throws LoginTaken where somebody has the login
   */
  @Transactional
  public Admitted admit(String login, String name, Role role, Optional<List<CreditorId>> creditors, Person by, String from) {
    boolean waits = isMore(MEANWHILE, role);
    var link = links.admit(login, name, waits ? MEANWHILE : role, creditors, By.person(by, from));
    if (waits) {
      proposals.add(Kind.ROLE, link.person().uuid(), MEANWHILE.code(), role.code(), by.id(), from);
    }
    return new Admitted(link, waits);
  }

  /** From an administrator to a manager is less. */
  private static boolean isMore(Role now, Role role) {
    return role != now && role.mayApprove() && now != Role.ADMINISTRATOR;
  }
}
