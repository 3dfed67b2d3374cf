package io.duly.cli;

import io.duly.correspondence.reply.Replies;
import io.duly.correspondence.reply.ReplyLine;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly reply list}. */
@Command(name = "list", description = "Lists replies: those that wait the longest first, urgent ones before all.")
final class ReplyListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--show", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Replies.Shelf shelf = Replies.Shelf.WAITING;

  @Option(names = "--most", description = "How many at most. Default: ${DEFAULT-VALUE}.")
  private int most = 100;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var sql = application.the(DSLContext.class);
      var replies = application.the(Replies.class);
      var lines = replies.list(sql, shelf, most, Today.of(application.the(Clock.class)));
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(lines.stream().map(ReplyJson::of).toList()));
      } else {
        text(lines, shelf).forEach(out::println);
        if (shelf == Replies.Shelf.WAITING) {
          int unmatched = replies.list(sql, Replies.Shelf.UNMATCHED, most, Today.of(application.the(Clock.class))).size();
          if (unmatched > 0) {
            out.println(unmatched + (unmatched == 1 ? " belongs" : " belong") + " to nobody yet: ./duly reply list --show unmatched");
          }
        }
      }
      return ExitCode.DONE;
    }
  }

  private static List<String> text(List<ReplyLine> lines, Replies.Shelf shelf) {
    var table = new TextTable("Reply", "Since", "Case", "Debtor", ">Owed", "From", "May be saying", "Subject");
    for (var one : lines) {
      table.row(
          one.id(), one.receivedAt().truncatedTo(ChronoUnit.SECONDS), one.caseNumber().map(String::valueOf).orElse("–"), one.debtor().orElse("–"), one.owed().map(Object::toString).orElse("–"),
          one.sender().orElse("–") + (one.senderKnown() || one.caseNumber().isEmpty() ? "" : " (not known)"),
          (one.urgent() ? "URGENT: " : "") + ReplyText.may(one.mayBeSaying()), ReplyText.printable(one.subject()));
    }
    return lines.isEmpty() ? List.of(shelf == Replies.Shelf.WAITING ? "No reply of a debtor waits to be read." : "There is none.") : table.lines();
  }
}
