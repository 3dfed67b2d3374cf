package io.duly.cli;

import io.duly.cases.Notes;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly case note}: what was said or seen, into the journal. */
@Command(name = "note", description = "Writes a note into the case's journal; it cannot be changed afterwards.")
final class CaseNoteCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCase named;
  @Mixin private Today today;

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "TEXT", description = "The note.")
  private List<String> words;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var id =
          application
              .the(DSLContext.class)
              .transactionResult(
                  configuration -> {
                    var found = named.in(application, configuration.dsl());
                    var text = String.join(" ", words);
                    application.the(Notes.class).add(configuration.dsl(), found, text, today.by(application));
                    return found;
                  });
      spec.commandLine().getOut().println(json ? Json.of(new Noted(id.toString())) : "Noted.");
      return ExitCode.DONE;
    }
  }

  record Noted(String id) {}
}
