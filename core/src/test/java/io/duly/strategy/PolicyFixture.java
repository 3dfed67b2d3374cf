package io.duly.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Arrays;
import java.util.List;

/** Policies in text, with the part that a test is about filled in, and what is said of them. */
final class PolicyFixture {
  private PolicyFixture() {}

  /** A policy of one first reminder, with more keys for it, each on a line of its own. */
  static String withReminder(String... more) {
    return """
    policy: test
    version: 1
    validFrom: 2026-01-01
    steps:
      - id: first-reminder
        kind: message
        daysFromDue: 1
        channel: email
        tone: friendly
        template: first-reminder
        stage: reminder
    """
        + lines("    ", more);
  }

  /** The same with another step below it. */
  static String withStep(String... keys) {
    return withReminder()
        + "  - "
        + keys[0]
        + "\n"
        + lines("    ", Arrays.copyOfRange(keys, 1, keys.length));
  }

  /** The same with limits. */
  static String withLimits(String... keys) {
    return withReminder() + "limits:\n" + lines("  ", keys);
  }

  private static String lines(String indent, String... keys) {
    var text = new StringBuilder();
    for (String key : keys) {
      text.append(indent).append(key).append('\n');
    }
    return text.toString();
  }

  static List<PolicyProblem> problems(String yaml) {
    InvalidPolicy invalid =
        catchThrowableOfType(InvalidPolicy.class, () -> PolicyReader.read(yaml));
    assertThat(invalid).as("no problem found").isNotNull();
    return invalid.problems();
  }

  static void assertProblem(String yaml, int line, int column, String path, String message) {
    assertThat(problems(yaml)).containsExactly(new PolicyProblem(line, column, path, message));
  }

  static void assertProblem(String yaml, String path, String message) {
    assertThat(problems(yaml))
        .singleElement()
        .satisfies(problem -> {
          assertThat(problem.path()).isEqualTo(path);
          assertThat(problem.message()).isEqualTo(message);
        });
  }
}
