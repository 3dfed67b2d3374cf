package io.duly.strategy;

/** Policies in text, with the part that a test is about filled in. */
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
    return withReminder() + "  - " + keys[0] + "\n" + lines("    ", java.util.Arrays.copyOfRange(keys, 1, keys.length));
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
}
