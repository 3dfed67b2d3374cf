package io.duly.cli;

import io.duly.identity.By;
import io.duly.identity.People;
import io.duly.identity.Person;
import io.duly.kernel.CreditorId;
import io.duly.parties.Parties;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;

/** The people that a command names, the creditors that they see, and whoever types it. */
final class NamedPeople {
  private NamedPeople() {}

  /** @throws CannotDo where nobody has the login */
  static Person of(Facades application, String login) {
    return application.the(People.class).find(login)
        .orElseThrow(() -> new CannotDo("Nobody has the login “" + login + "”; ./duly person list shows who has which."));
  }

  /**
   * The creditors of these names; empty, and so all of them, where none is named.
   *
   * @throws CannotDo where there is none of a name
   */
  static Optional<List<CreditorId>> scope(Facades application, List<String> creditors) {
    return Optional.of(creditors).filter(some -> !some.isEmpty()).map(some -> some.stream().map(name -> creditor(application, name)).toList());
  }

  private static CreditorId creditor(Facades application, String name) {
    return application.the(Parties.class).findCreditor(application.the(DSLContext.class), name)
        .orElseThrow(() -> new CannotDo("There is no creditor “" + name + "”; write the name as the import had it."))
        .id();
  }

  /** The user of this machine. */
  static By typing() {
    return By.shell(System.getProperty("user.name"));
  }
}
