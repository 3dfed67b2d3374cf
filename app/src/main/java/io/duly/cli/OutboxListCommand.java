package io.duly.cli;

import io.duly.correspondence.sending.Pauses;
import io.duly.correspondence.sending.Queue;
import io.duly.correspondence.sending.Queued;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly outbox list}. */
@Command(name = "list", description = "Lists messages, the latest first, and says what is paused.")
final class OutboxListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--show", description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
  private Queue.Shelf shelf = Queue.Shelf.WAITING;

  @Option(names = "--most", description = "How many at most. Default: ${DEFAULT-VALUE}.")
  private int most = 100;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var sql = application.the(DSLContext.class);
      var messages = application.the(Queue.class).list(sql, shelf, most);
      var pauses = application.the(Pauses.class).inForce(sql).stream().map(PauseJson::of).toList();
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(new Listed(pauses, messages.stream().map(QueuedJson::of).toList())));
      } else {
        pauses.forEach(pause -> out.println("Paused (" + pause.what() + ") since " + pause.since() + ": " + pause.why()));
        text(messages).forEach(out::println);
      }
      return ExitCode.DONE;
    }
  }

  private static List<String> text(List<Queued> messages) {
    var table = new TextTable("Message", "Planned", "Case", "Debtor", "Step", "By", ">Asked", "State", "Why");
    for (var one : messages) {
      table.row(
          one.id(), one.plannedOn(), one.caseNumber(), one.debtor(), one.step(), one.channel(), one.asked(), QueuedJson.words(one),
          one.why().orElse("") + one.notBefore().map(next -> " (not before " + next + ")").orElse(""));
    }
    return messages.isEmpty() ? List.of("There is none.") : table.lines();
  }

  record Listed(List<PauseJson> pauses, List<QueuedJson> messages) {}

  record PauseJson(String what, String why, String since, String by) {
    static PauseJson of(Pauses.Pause pause) {
      var what = pause.whom().debtor().map(id -> "debtor " + id).or(() -> pause.whom().creditor().map(id -> "creditor " + id)).orElse("everything");
      return new PauseJson(what, pause.why(), pause.since().toString(), pause.placedBy());
    }
  }
}
