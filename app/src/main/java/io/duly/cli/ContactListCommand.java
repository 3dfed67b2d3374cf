package io.duly.cli;

import io.duly.correspondence.ContactLedger;
import io.duly.correspondence.ContactLine;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly contact list}: every contact with a debtor. */
@Command(name = "list", description = "Lists the contacts with a debtor, the last first: messages, calls, visits, both ways.")
final class ContactListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCounterpart named;

  @Option(names = "--most", defaultValue = "50", description = "How many at most. Default: ${DEFAULT-VALUE}.")
  private int most;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  record Lines(List<Line> contacts) {}

  record Line(
      String contact,
      String direction,
      String channel,
      String day,
      Optional<String> at,
      String kind,
      boolean connected,
      String place,
      Optional<String> address,
      boolean sentByDuly,
      Optional<String> words,
      Optional<String> recordedBy) {
    static Line of(ContactLine one) {
      return new Line(
          one.id().toString(), one.ours() ? "out" : "in", OutcomeWord.word(one.channel()), one.day().toString(), one.at().map(Instant::toString),
          OutcomeWord.word(one.kind()), one.connected(), OutcomeWord.word(one.place()), one.address(), one.message(), one.note(), one.recordedBy());
    }
  }

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var tx = application.the(DSLContext.class);
      var lines = application.the(ContactLedger.class).latest(tx, named.in(application, tx).debtor(), most).stream().map(Line::of).toList();
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(new Lines(lines)));
      } else {
        var table = new TextTable("Day", "At", "", "Channel", "What came of it", "Words", "Contact");
        lines.forEach(one -> table.row(one.day(), one.at().orElse(""), one.direction(), one.channel(), outcome(one), one.words().orElse(""), one.contact()));
        table.lines().forEach(out::println);
      }
      return ExitCode.DONE;
    }
  }

  private static String outcome(Line one) {
    return one.connected() ? one.kind() : one.kind() + ", not connected";
  }
}
