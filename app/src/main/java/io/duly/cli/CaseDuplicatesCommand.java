package io.duly.cli;

import io.duly.corrections.Duplicates;
import io.duly.corrections.PossibleDuplicate;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly case duplicates}: invoices that may ask for the same money twice. */
@Command(
    name = "duplicates",
    description = {
      "Lists invoices that may ask for the same money twice, both sides of each. The second one is held back until somebody says",
      "whether it is one: ./duly case duplicate."
    })
final class CaseDuplicatesCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--all", description = "Those that are decided too.")
  private boolean all;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var tx = application.the(DSLContext.class);
      var duplicates = application.the(Duplicates.class);
      var found = all ? duplicates.all(tx) : duplicates.undecided(tx);
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(found.stream().map(Listed::of).toList()));
      } else {
        text(found).forEach(out::println);
      }
      return ExitCode.DONE;
    }
  }

  private List<String> text(List<PossibleDuplicate> found) {
    if (found.isEmpty()) {
      return List.of(all ? "No invoice was ever suspected of asking twice." : "Nothing is to be decided: no invoice is suspected of asking twice.");
    }
    var table = new TextTable(">Case", "Debtor", "Invoice", "Issued", "Looks like", "Issued", ">Amount", ">Open", "The same", "Decided");
    for (var one : found) {
      table.row(
          one.caseNumber().map(String::valueOf).orElse("–"), one.debtor(), one.invoice().number(), one.invoice().issuedOn(), one.earlier().number(),
          one.earlier().issuedOn(), one.invoice().gross(), one.invoice().open(), one.why(),
          one.decision().map(said -> (said.duplicate() ? "duplicate" : "two invoices") + " on " + said.on() + " by " + said.by()).orElse("not yet"));
    }
    return table.lines();
  }

  /** @param caseNumber null where no case is open */
  record Listed(
      String id, String creditor, String debtor, @Nullable Long caseNumber, Side invoice, Side looksLike, String why, LocalDate foundOn,
      @Nullable Decided decision) {
    static Listed of(PossibleDuplicate one) {
      return new Listed(
          one.id().toString(), one.creditor(), one.debtor(), one.caseNumber().orElse(null), Side.of(one.invoice()), Side.of(one.earlier()), one.why(),
          one.foundOn(), one.decision().map(Decided::of).orElse(null));
    }
  }

  record Side(
      String number, LocalDate issuedOn, LocalDate dueOn, @Nullable String orderNumber, @Nullable LocalDate deliveredOn, String amount, String open,
      String currency) {
    static Side of(PossibleDuplicate.Side one) {
      return new Side(
          one.number(), one.issuedOn(), one.dueOn(), one.orderNumber().orElse(null), one.deliveredOn().orElse(null), one.gross().plain(),
          one.open().plain(), one.gross().currency().getCurrencyCode());
    }
  }

  record Decided(String what, LocalDate on, String by, String why) {
    static Decided of(PossibleDuplicate.Decision said) {
      return new Decided(said.duplicate() ? "duplicate" : "twoInvoices", said.on(), said.by(), said.why());
    }
  }
}
