package io.duly.cli;

import io.duly.correspondence.template.InvalidTemplate;
import io.duly.correspondence.template.Templates;
import io.duly.wording.Finding;
import io.duly.wording.Language;
import io.duly.wording.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly template save}. */
@Command(
    name = "save",
    description = {"Checks a creditor's own version of a template and puts it in force; versions before it are kept.",
        "docs/templates.md says how one is written."})
final class TemplateSaveCommand implements Callable<Integer> {
  private static final long MOST_BYTES = 200_000;

  @Spec private CommandSpec spec;
  @Mixin private NamedTemplate named;
  @Mixin private Today today;

  @Parameters(index = "1", paramLabel = "FILE", description = "The text, in UTF-8.")
  private Path file;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  record Answer(boolean saved, List<String> problems, List<String> hints) {}

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var text = text();
      var findings = application.the(DSLContext.class).transactionResult(tx -> save(application, tx.dsl(), text));
      print(new Answer(true, List.of(), findings.stream().map(TemplateSaveCommand::hint).toList()));
      return ExitCode.DONE;
    } catch (InvalidTemplate invalid) {
      print(new Answer(false, invalid.problems().stream().map(Object::toString).toList(), List.of()));
      return ExitCode.FINDINGS;
    }
  }

  private List<Finding> save(Opened application, DSLContext tx, String text) {
    var creditor = named.creditor(application, tx).orElseThrow(() -> new CannotDo("Say whose own version it is: --creditor NAME."));
    var language = named.language().orElseGet(() -> Language.of(creditor.language()).orElse(Language.EN));
    var by = today.by(application);
    return application.the(Templates.class).save(tx, creditor.id(), named.kind(), language, text, by.actor(), by.recordedAt());
  }

  private String text() {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new CannotDo(file + " is too large for a template.");
      }
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new CannotDo(file + " cannot be read; name a text file in UTF-8.");
    }
  }

  private static String hint(Finding finding) {
    var words = finding.words().isEmpty() ? "" : "\"" + finding.words().replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ") + "\": ";
    return (finding.severity() == Severity.NEEDS_APPROVAL ? "Needs approval each time. " : "") + words + finding.why();
  }

  private void print(Answer answer) {
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.of(answer));
      return;
    }
    answer.problems.forEach(out::println);
    answer.hints.forEach(hint -> out.println("Hint: " + hint));
    out.println(answer.saved ? "Saved; it is in force from now on." : "Not saved.");
  }
}
