package io.duly.cli;

import io.duly.charging.CourtCosts;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly charges court}. */
@Command(name = "court", description = "Charges what a court was paid for beginning the claim of a case, as its scale gives it.")
final class ChargesCourtCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCase named;
  @Mixin private Today today;

  @Option(names = "--court", required = true, paramLabel = "PLACE", description = "GB-EAW (England and Wales) or DE (Mahnbescheid).")
  private String court;

  @Option(names = "--evidence", required = true, paramLabel = "TEXT", description = "What shows that it was paid, as the number of the claim.")
  private String evidence;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var charge =
          application
              .the(DSLContext.class)
              .transactionResult(tx ->
                  application
                      .the(CourtCosts.class)
                      .post(tx.dsl(), named.in(application, tx.dsl()), court, evidence, today.by(application)));
      var made = new Made(charge.id().toString(), charge.amount().plain(), charge.amount().currency().getCurrencyCode(), charge.computed());
      spec.commandLine().getOut().println(json ? Json.of(made) : "Charged " + charge.computed() + ".");
      return ExitCode.DONE;
    }
  }

  record Made(String id, String amount, String currency, String computed) {}
}
