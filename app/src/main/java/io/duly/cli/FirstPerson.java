package io.duly.cli;

import io.duly.identity.People;

/** What is said of the person who was made because there was none. */
final class FirstPerson {
  private FirstPerson() {}

  static String greeting(People.Admitted first) {
    return "Sign in as %s with the password %s (shown this once; ./duly person password %1$s makes a new one)."
        .formatted(first.person().login(), first.password());
  }
}
