package io.duly.cli;

import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.duly.parties.TermsOfTrade;
import io.duly.parties.TermsVersion;
import org.jooq.DSLContext;
import picocli.CommandLine.Parameters;

/** The creditor that a command is about. */
final class NamedCreditor {
  @Parameters(index = "0", paramLabel = "CREDITOR", description = "Name of the creditor.")
  private String named;

  /** @throws CannotDo where there is none */
  Creditor in(Facades application, DSLContext tx) {
    return application
        .the(Parties.class)
        .findCreditor(tx, named)
        .orElseThrow(() -> new CannotDo("There is no creditor \"" + named + "\"."));
  }

  /** @throws CannotDo where the creditor has no such version */
  static TermsVersion version(Facades application, DSLContext tx, Creditor creditor, String version) {
    return application.the(TermsOfTrade.class).versions(tx, creditor.id()).stream()
        .filter(one -> one.version().equals(version))
        .findFirst()
        .orElseThrow(
            () -> new CannotDo(creditor.name() + " has no terms " + version + "; ./duly terms list shows the versions."));
  }
}
