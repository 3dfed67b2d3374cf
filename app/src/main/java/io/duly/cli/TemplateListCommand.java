package io.duly.cli;

import io.duly.correspondence.template.Kind;
import io.duly.correspondence.template.TemplateText;
import io.duly.correspondence.template.Templates;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.duly.wording.Language;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly template list}. */
@Command(name = "list", description = "Every kind and language, and which of them creditors have their own version of.")
final class TemplateListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  record Line(String kind, String language, @Nullable String creditor, int version, @Nullable String savedBy, @Nullable String savedAt) {}

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var tx = application.the(DSLContext.class);
      var own = application.the(Parties.class).creditors(tx).stream().flatMap(creditor -> own(application, tx, creditor)).toList();
      print(Stream.concat(shipped(), own.stream()).toList());
      return ExitCode.DONE;
    }
  }

  private void print(List<Line> lines) {
    var out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.of(lines));
      return;
    }
    var table = new TextTable("Kind", "Languages", "Own version", "Saved by");
    for (var kind : Kind.ofTemplates()) {
      table.row(kind.word(), "en de fr nl es", "", "");
      lines.stream().filter(line -> line.kind.equals(kind.word()) && line.creditor != null).forEach(line ->
          table.row("", line.language, line.creditor + ", version " + line.version, line.savedBy + ", " + line.savedAt));
    }
    table.lines().forEach(out::println);
  }

  private static Stream<Line> shipped() {
    return Kind.ofTemplates().stream()
        .flatMap(kind -> Arrays.stream(Language.values()).map(language -> new Line(kind.word(), language.code(), null, 0, null, null)));
  }

  private static Stream<Line> own(Opened application, DSLContext tx, Creditor creditor) {
    return application.the(Templates.class).own(tx, creditor.id()).stream().map(text -> line(creditor, text));
  }

  private static Line line(Creditor creditor, TemplateText text) {
    return new Line(
        text.kind().word(), text.language().code(), creditor.name(), text.version(),
        text.saved().map(TemplateText.Saved::by).orElse(null), text.saved().map(saved -> saved.at().toString()).orElse(null));
  }
}
