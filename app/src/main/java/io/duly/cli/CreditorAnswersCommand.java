package io.duly.cli;

import io.duly.cases.AnswerTimes;
import io.duly.cases.AnswerTimes.AnswerTime;
import io.duly.cases.CannotRecord;
import io.duly.kernel.CreditorId;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly creditor answers}: how soon a creditor acknowledges and answers what is contested. */
@Command(
    name = "answers",
    description = "Says or shows within how many working days what a debtor contests is acknowledged and answered; it counts for what is contested from now on.")
final class CreditorAnswersCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCreditor named;
  @Mixin private Today today;

  @Option(names = "--acknowledge", paramLabel = "DAYS", description = "Working days until the debtor hears that we have it, 0 to 10.")
  private @Nullable Integer acknowledge;

  @Option(names = "--answer", paramLabel = "DAYS", description = "Working days until our answer, 1 to 60.")
  private @Nullable Integer answer;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** Working days. */
  record Times(String creditor, int acknowledgeDays, int answerDays) {}

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var times = application.the(DSLContext.class).transactionResult(tx -> times(application, tx.dsl()));
      spec.commandLine().getOut().println(
          json
              ? Json.of(times)
              : times.creditor() + " acknowledges what is contested within " + times.acknowledgeDays() + " working days and answers within " + times.answerDays() + ".");
      return ExitCode.DONE;
    }
  }

  private Times times(Opened application, DSLContext tx) {
    var creditor = named.in(application, tx);
    var all = application.the(AnswerTimes.class);
    var before = all.of(tx, creditor.id());
    var after = new AnswerTime(acknowledge == null ? before.acknowledge() : acknowledge, answer == null ? before.answer() : answer);
    if (!after.equals(before)) {
      change(application, tx, all, creditor.id(), after);
    }
    return new Times(creditor.name(), after.acknowledge(), after.answer());
  }

  private void change(Opened application, DSLContext tx, AnswerTimes all, CreditorId creditor, AnswerTime after) {
    try {
      all.change(tx, creditor, after, today.by(application));
    } catch (CannotRecord wrong) {
      throw new CannotDo(String.valueOf(wrong.getMessage()));
    }
  }
}
