package io.duly.cli;

import io.duly.identity.Links;
import io.duly.identity.People;
import java.util.Optional;

/** What is said at the start as long as nobody can sign in. */
final class FirstPerson {
  private FirstPerson() {}

  /** Makes the first person where there is none. Empty where somebody has a password. */
  static Optional<String> greeting(DeskServer server) {
    return server.the(Links.class).admitFirst().map(link -> DeskAddress.of(server) + link.path()).map(FirstPerson::choose)
        .or(() -> Optional.of("Nobody has chosen a password yet. ./duly person password admin prints a new link to choose one.")
            .filter(_ -> server.the(People.class).isWithoutAnyPassword()));
  }

  private static String choose(String address) {
    return "The administrator, admin, chooses a password at " + address
        + " (shown this once, good once and for three days; ./duly person password admin makes a new one).";
  }
}
