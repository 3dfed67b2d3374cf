package io.duly.cli;

import io.duly.identity.People;
import io.duly.identity.Role;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * The desk with users who read in it from the same machine.
 *
 * @param settings of the desk, as {@code name=value}
 */
record BusyDesk(int users, List<String> settings) {
  private static final String LOGIN = "bench";

  /** What is done with the users. */
  interface Work<T> {
    T with(PageLoad load) throws InterruptedException;
  }

  static BusyDesk of(int users, String... settings) {
    return new BusyDesk(users, List.of(settings));
  }

  /** Starts the desk, lets the users sign in, and stops it again. */
  <T> T with(Work<T> work) throws IOException, InterruptedException {
    try (var server = DeskServer.start(0, settings.toArray(String[]::new))) {
      var people = server.the(People.class);
      var reader = reader(people);
      try (var load = PageLoad.signedIn(server.url(), users, LOGIN, reader.password())) {
        return work.with(load);
      } finally {
        people.shutOut(reader.person().id());
      }
    }
  }

  /** Somebody who may read everything and change nothing; shut out again afterwards. */
  private static People.Admitted reader(People people) {
    return people
        .renewPassword(LOGIN)
        .orElseGet(() -> people.admit(LOGIN, "Measurement", Role.AUDITOR, Optional.empty()));
  }
}
