package io.duly.cli;

import io.duly.banking.cash.CashMatching;
import io.duly.banking.cash.Waiting;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly bank unmatched}: money that waits to be allocated. */
@Command(name = "unmatched", description = "Lists money that waits to be allocated, and whose it could be: nobody contacts them meanwhile.")
final class BankUnmatchedCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--most", defaultValue = "100", paramLabel = "N", description = "At most so many, the latest first. Default: ${DEFAULT-VALUE}.")
  private int most;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var waiting = application.the(DSLContext.class).transactionResult(tx -> application.the(CashMatching.class).waiting(tx.dsl(), most));
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
    var table = new TextTable("Entry", "Day", ">Waits", "Payer", "Text", "Result", "Could be of");
    for (var one : waiting) {
      table.row(one.entry(), one.day(), one.left(), one.payer().orElse(""), short40(one.text()), one.result(), String.join(", ", one.candidates()));
    }
    return waiting.isEmpty() ? List.of("Nothing waits.") : table.lines();
  }

  static String short40(String text) {
    return text.length() <= 40 ? text : text.substring(0, 39) + "…";
  }
}
