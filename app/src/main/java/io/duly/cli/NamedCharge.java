package io.duly.cli;

import io.duly.kernel.ChargeId;
import picocli.CommandLine.Parameters;

/** The charge that a command is about. */
final class NamedCharge {
  @Parameters(index = "0", paramLabel = "CHARGE", description = "Id of the charge, as ./duly charges show prints it.")
  private String named;

  /** @throws CannotDo where it is no id */
  ChargeId id() {
    try {
      return ChargeId.of(named);
    } catch (IllegalArgumentException noId) {
      throw new CannotDo("'" + named + "' is no id of a charge; ./duly charges show CASE lists them.");
    }
  }
}
