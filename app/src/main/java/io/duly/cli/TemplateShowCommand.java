package io.duly.cli;

import io.duly.correspondence.template.TemplateText;
import io.duly.correspondence.template.Templates;
import io.duly.wording.Language;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly template show}. */
@Command(name = "show", description = "Prints a template as it is in force: the creditor's own version, or the shipped one.")
final class TemplateShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedTemplate named;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  record Shown(String kind, String language, int version, @Nullable String savedBy, @Nullable String savedAt, String source) {}

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var tx = application.the(DSLContext.class);
      var kind = named.kind();
      var language = named.language().orElse(Language.EN);
      var text = named.creditor(application, tx)
          .map(creditor -> application.the(Templates.class).inForce(tx, creditor.id(), kind, language))
          .orElseGet(() -> Templates.shipped(kind, language));
      var out = spec.commandLine().getOut();
      out.print(json ? Json.of(shown(text)) + System.lineSeparator() : text.source());
      out.flush();
      return ExitCode.DONE;
    }
  }

  private static Shown shown(TemplateText text) {
    return new Shown(
        text.kind().word(), text.language().code(), text.version(), text.saved().map(TemplateText.Saved::by).orElse(null),
        text.saved().map(saved -> saved.at().toString()).orElse(null), text.source());
  }
}
