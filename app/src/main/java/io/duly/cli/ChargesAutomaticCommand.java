package io.duly.cli;

import io.duly.parties.Parties;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly charges automatic}. */
@Command(
    name = "automatic",
    description = {
      "Says whether the daily run posts a creditor's charges: fixed sums when they are owed, interest when its month is over.",
      "Without it they are computed and shown, and a person posts them."
    })
final class ChargesAutomaticCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "CREDITOR", description = "Name of the creditor.")
  private String creditor;

  @Option(names = "--off", description = "No more: show only.")
  private boolean off;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var tx = application.the(DSLContext.class);
      var parties = application.the(Parties.class);
      var found =
          parties.findCreditor(tx, creditor).orElseThrow(() -> new CannotDo("There is no creditor \"" + creditor + "\"."));
      parties.chargesPosted(tx, found.id(), !off);
      var said = off ? "Charges of %s are shown, and posted by people." : "The daily run posts the charges of %s.";
      spec.commandLine().getOut().println(json ? Json.of(new Choice(found.name(), !off)) : said.formatted(found.name()));
      return ExitCode.DONE;
    }
  }

  record Choice(String creditor, boolean automatic) {}
}
