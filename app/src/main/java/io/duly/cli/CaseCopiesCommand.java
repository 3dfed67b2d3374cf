package io.duly.cli;

import io.duly.correspondence.Copies;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly case copies}: the documents that a debtor asked for. */
@Command(
    name = "copies",
    description = {
      "Sends the debtor copies of invoices, as they lie in the archive: PDF and electronic invoices by e-mail, PDF behind a letter.",
      "It waits in the outbox like every message; what is not in the archive is named in it."
    })
final class CaseCopiesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCase named;
  @Mixin private Today today;

  @Option(names = "--invoice", paramLabel = "NUMBER", description = "Of this invoice; may be given again. Default: of all.")
  private List<String> invoices = List.of();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var planned = application.the(DSLContext.class).transactionResult(
          tx -> application.the(Copies.class).plan(tx.dsl(), named.in(application, tx.dsl()), invoices, today.by(application).on()));
      spec.commandLine().getOut().println(json ? Json.of(planned) : text(planned));
      return ExitCode.DONE;
    }
  }

  private static String text(Copies.Planned planned) {
    return "Copies of %d %s wait to be sent by %s on %s: ./duly outbox show %s"
        .formatted(planned.invoices(), planned.invoices() == 1 ? "invoice" : "invoices", planned.channel(), planned.plannedOn(), planned.message());
  }
}
