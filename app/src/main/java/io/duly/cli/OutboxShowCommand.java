package io.duly.cli;

import io.duly.correspondence.sending.ComposedText;
import io.duly.correspondence.sending.Moment;
import io.duly.correspondence.sending.Queue;
import io.duly.correspondence.sending.Tried;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly outbox show}: a message, its words, and how it was tried. */
@Command(name = "show", description = "Shows a message, the words that would leave now, and how it was tried.")
final class OutboxShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedMessage message;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var shown = application.the(DSLContext.class).transactionResult(tx -> shown(application.the(Queue.class), tx.dsl(), Moment.of(application.the(Clock.class))));
      var out = spec.commandLine().getOut();
      (json ? List.of(Json.of(shown)) : text(shown)).forEach(out::println);
      return ExitCode.DONE;
    }
  }

  private Shown shown(Queue queue, DSLContext tx, Moment at) {
    var found = queue.find(tx, message.id()).orElseThrow(() -> new CannotDo("There is no such message; ./duly outbox list shows them."));
    var text = found.state().equals("checked") ? queue.text(tx, message.id(), at) : new ComposedText("", queue.copy(tx, message.id()).orElse(""), Optional.empty());
    return new Shown(QueuedJson.of(found), text.subject(), text.plain(), text.hash().hex(), queue.tried(tx, message.id()).stream().map(TriedJson::of).toList());
  }

  private static List<String> text(Shown shown) {
    var lines = new java.util.ArrayList<String>();
    lines.add(shown.message().step() + " by " + shown.message().channel() + " to " + shown.message().debtor() + ", " + shown.message().state());
    shown.message().why().ifPresent(lines::add);
    lines.add("");
    if (!shown.subject().isEmpty()) {
      lines.add("Subject: " + printable(shown.subject()));
    }
    lines.add(printable(shown.text()));
    shown.tried().forEach(one -> lines.add("%d. %s to %s: %s %s".formatted(one.nth(), one.startedAt(), one.recipient(), one.outcome(), one.answer())));
    return lines;
  }

  /** What a terminal would obey is not shown. */
  private static String printable(String words) {
    return words.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\n]]", " ");
  }

  record Shown(QueuedJson message, String subject, String text, String hash, List<TriedJson> tried) {}

  record TriedJson(int nth, String startedAt, String way, String knownAs, String recipient, String document, String outcome, String answer) {
    static TriedJson of(Tried one) {
      return new TriedJson(
          one.nth(), one.startedAt().toString(), one.way(), one.knownAs(), one.recipient(), one.document().hex(), one.outcome().orElse("under way"),
          one.answer().orElse(""));
    }
  }
}
