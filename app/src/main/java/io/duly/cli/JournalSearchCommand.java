package io.duly.cli;

import io.duly.cases.Cases;
import io.duly.journal.Found;
import io.duly.journal.JournalSearch;
import io.duly.kernel.CreditorId;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly journal search}. */
@Command(name = "search", description = "Finds what people wrote and what documents say, the latest first.")
final class JournalSearchCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "WORDS", arity = "1..*", description = "All of them; \"a phrase\", -without, this or that.")
  private List<String> words;

  @Option(names = "--creditor", paramLabel = "NAME", description = "Only the cases of this creditor.")
  private @Nullable String creditor;

  @Option(names = "--most", paramLabel = "N", defaultValue = "50", description = "How many at most (${DEFAULT-VALUE}).")
  private int most;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var dsl = application.the(DSLContext.class);
      var among = creditor == null ? List.<CreditorId>of() : List.of(named(application, creditor));
      var found = application.the(JournalSearch.class).among(dsl, among, String.join(" ", words), most);
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(found.stream().map(Line::of).toList()));
      } else {
        var names = application.the(Cases.class).names(dsl, found.stream().map(Found::caseId).distinct().toList());
        found.forEach(one -> out.println(text(one, names.getOrDefault(one.caseId(), one.caseId().toString()))));
        out.printf("%d found%n", found.size());
      }
      return ExitCode.DONE;
    }
  }

  private static CreditorId named(Opened application, String name) {
    return application
        .the(Parties.class)
        .findCreditor(application.the(DSLContext.class), name)
        .map(Creditor::id)
        .orElseThrow(() -> new CannotDo("There is no creditor named " + name + "."));
  }

  private static String text(Found one, String of) {
    return "%s  %s  entry %d  %s%s%n  %s%n  … %s …"
        .formatted(
            one.occurredAt(),
            of,
            one.seq(),
            one.actor(),
            one.late() ? "  (late: written " + one.recordedAt() + ")" : "",
            one.document().map(name -> one.summary() + " [" + name + "]").orElse(one.summary()),
            one.excerpt());
  }

  record Line(
      String caseId,
      int seq,
      String kind,
      Instant occurredAt,
      Instant recordedAt,
      boolean late,
      String actor,
      String summary,
      @Nullable String document,
      String excerpt) {
    static Line of(Found one) {
      return new Line(
          one.caseId().toString(),
          one.seq(),
          one.kind(),
          one.occurredAt(),
          one.recordedAt(),
          one.late(),
          one.actor(),
          one.summary(),
          one.document().orElse(null),
          one.excerpt());
    }
  }
}
