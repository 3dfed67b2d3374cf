package io.duly.cli;

import io.duly.charging.Charging;
import io.duly.charging.Posted;
import io.duly.ledger.Charge;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly charges post}. */
@Command(
    name = "post",
    description = {
      "Posts what may be charged on a case up to a day: each day of interest once, each fixed sum once.",
      "A second time on the same day changes nothing."
    })
final class ChargesPostCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCase named;
  @Mixin private Today today;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var posted =
          application
              .the(DSLContext.class)
              .transactionResult(
                  tx -> {
                    var id = named.in(application, tx.dsl());
                    return application.the(Charging.class).post(tx.dsl(), id, today.by(application));
                  });
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(Made.of(posted)));
      } else if (posted.isNothing()) {
        out.println("Nothing is due that is not posted; ./duly charges show says why.");
      } else {
        posted.charges().forEach(charge -> out.println(sentence(charge)));
        posted.cancelled().forEach(line -> out.println("Took back " + line.charge().amount() + ", which was no longer right."));
      }
      return ExitCode.DONE;
    }
  }

  private static String sentence(Charge charge) {
    return "Charged " + charge.kind().word().replace('_', ' ') + " by " + charge.basis().named() + ": " + charge.computed() + ".";
  }

  /** @param charges ids of what was added */
  record Made(List<Added> charges, List<String> cancelled) {
    record Added(String id, String kind, String amount, String currency, LocalDate from, LocalDate to, String rule) {}

    static Made of(Posted posted) {
      return new Made(
          posted.charges().stream()
              .map(one ->
                  new Added(
                      one.id().toString(), one.kind().word(), one.amount().plain(), one.amount().currency().getCurrencyCode(),
                      one.from(), one.to(), one.basis().rule()))
              .toList(),
          posted.cancelled().stream().map(line -> line.charge().id().toString()).toList());
    }
  }
}
