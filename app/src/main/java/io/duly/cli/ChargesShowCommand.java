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

/** {@code duly charges show}. */
@Command(name = "show", description = "Shows what is charged on a case, what may be charged, on which basis, and why not more.")
final class ChargesShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCase named;

  @Option(names = "--as-of", paramLabel = "DATE", description = "As it stood on this day. Default: today.")
  private @Nullable LocalDate asOf;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var tx = application.the(DSLContext.class);
      var day = asOf == null ? Today.of(application.the(Clock.class)) : asOf;
      var shown = ChargesShown.of(application, tx, named.in(application, tx), day);
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(shown.json()));
      } else {
        ChargesText.of(shown).forEach(out::println);
      }
      return ExitCode.DONE;
    }
  }
}
