package io.duly.cli;

import io.duly.kernel.MessageId;
import picocli.CommandLine.Parameters;

/** The message that a command is about. */
final class NamedMessage {
  @Parameters(index = "0", paramLabel = "MESSAGE", description = "Id of the message, as ./duly outbox list shows it.")
  private String named;

  MessageId id() {
    try {
      return MessageId.of(named);
    } catch (IllegalArgumentException _) {
      throw new CannotDo("'" + named + "' is no id of a message; ./duly outbox list shows them.");
    }
  }
}
