package io.duly.cli;

import java.util.UUID;
import picocli.CommandLine.Parameters;

/** The entry or proposal that a command is about. */
final class NamedMoney {
  @Parameters(index = "0", paramLabel = "ID", description = "As ./duly bank unmatched and ./duly bank proposals show it.")
  private String named;

  /** @throws CannotDo where it is none */
  UUID id() {
    try {
      return UUID.fromString(named);
    } catch (IllegalArgumentException notOne) {
      throw new CannotDo("'" + named + "' is no id; ./duly bank unmatched and ./duly bank proposals show them.");
    }
  }
}
