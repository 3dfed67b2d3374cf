package io.duly.cli;

import java.util.UUID;
import picocli.CommandLine.Parameters;

/** The reply that a command is about. */
final class NamedReply {
  @Parameters(index = "0", paramLabel = "REPLY", description = "Id of the reply, as ./duly reply list shows it.")
  private String named;

  UUID id() {
    try {
      return UUID.fromString(named);
    } catch (IllegalArgumentException _) {
      throw new CannotDo("'" + named + "' is no id of a reply; ./duly reply list shows them.");
    }
  }
}
