package io.duly.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly case show}. */
@Command(name = "show", description = "Shows a case: what is owed, what is next, and why.")
final class CaseShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCase named;

  @Option(names = "--why", description = "Print the whole reasoning of the last decision.")
  private boolean why;

  @Option(names = "--as-of", paramLabel = "DATE", description = "Balances, holds and reasoning of this day. Default: today.")
  private @Nullable LocalDate asOf;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var tx = application.the(DSLContext.class);
      var day = asOf == null ? Today.of(application.the(Clock.class)) : asOf;
      var shown = CaseShown.of(application, tx, named.in(application, tx), day);
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(CaseShownJson.of(shown)));
      } else {
        CaseText.of(shown, day, why).forEach(out::println);
      }
      return ExitCode.DONE;
    }
  }
}
