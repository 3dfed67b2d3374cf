package io.duly.cli;

import io.duly.banking.cash.CashMatching;
import io.duly.banking.cash.Waiting;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly bank proposals}: what a person may accept. */
@Command(name = "proposals", description = "Lists what money that came probably pays, with the reasons; accept or decline each.")
final class BankProposalsCommand implements Callable<Integer> {
  private static final int MOST = 1_000;

  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var waiting = application.the(DSLContext.class).transactionResult(tx -> application.the(CashMatching.class).waiting(tx.dsl(), MOST)).stream()
          .filter(one -> !one.offers().isEmpty())
          .toList();
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(waiting.stream().map(WaitingJson::of).toList()));
      } else {
        text(waiting).forEach(out::println);
      }
      return ExitCode.DONE;
    }
  }

  private static List<String> text(List<Waiting> waiting) {
    var table = new TextTable("Proposal", "Day", ">Amount", "Payer", "Pays", ">Score", "Because");
    for (var one : waiting) {
      for (var offer : one.offers()) {
        table.row(offer.proposal(), one.day(), one.left(), one.payer().orElse(""), pays(offer), offer.score(), offer.why());
      }
    }
    return waiting.isEmpty() ? List.of("Nothing is proposed.") : table.lines();
  }

  private static String pays(Waiting.Offer offer) {
    return offer.parts().isEmpty()
        ? "takes money back"
        : offer.parts().stream().map(part -> part.invoice() + " " + part.amount() + part.letGo().map(less -> " and " + less + " let go").orElse("") + " (" + part.debtor() + ")").collect(Collectors.joining(", "))
            + offer.credits().stream().map(credit -> ", less credit note " + credit.creditNote() + " " + credit.amount()).collect(Collectors.joining());
  }
}
