package io.duly.cli;

import io.duly.cases.Cases;
import io.duly.kernel.CaseId;
import org.jooq.DSLContext;
import picocli.CommandLine.Parameters;

/** The case that a command is about. */
final class NamedCase {
  @Parameters(index = "0", paramLabel = "CASE", description = "Number or id of the case.")
  private String named;

  /** @throws CannotDo where there is none */
  CaseId in(Opened application, DSLContext tx) {
    return application
        .the(Cases.class)
        .find(tx, named)
        .orElseThrow(() -> new CannotDo("There is no case " + named + "; ./duly case list shows number and debtor of each."));
  }
}
