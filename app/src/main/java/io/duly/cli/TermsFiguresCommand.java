package io.duly.cli;

import io.duly.parties.TermsOfTrade;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly terms figures}. */
@Command(
    name = "figures",
    description = "Says in figures what the clauses of a version come to, all of them at once; figures said before count no more.")
final class TermsFiguresCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCreditor named;
  @Mixin private Figures figures;
  @Mixin private Today today;

  @Option(names = "--terms-version", required = true, paramLabel = "VERSION", description = "Which version.")
  private String version;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      application.the(DSLContext.class).transaction(tx -> say(application, tx.dsl()));
      spec.commandLine().getOut().println(json ? Json.of(new Said(version)) : "Terms " + version + " are said in figures.");
      return ExitCode.DONE;
    }
  }

  record Said(String version) {}

  private void say(Opened application, DSLContext tx) {
    var creditor = named.in(application, tx);
    var terms = NamedCreditor.version(application, tx, creditor, version);
    var said = figures.of(terms.id(), creditor.currency());
    if (said.isEmpty()) {
      throw new CannotDo("Give at least one figure: --percent, --late-fee-amount, --late-fee-percent or --costs-at-most.");
    }
    application.the(TermsOfTrade.class).say(tx, creditor.id(), said, today.by(application).actor());
  }
}
