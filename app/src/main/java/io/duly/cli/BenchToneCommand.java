package io.duly.cli;

import io.duly.wording.OwnSentences;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly bench tone}: needs no database. */
@Command(
    name = "tone",
    description = {
      "Measures the tone check on labelled sentences, while nothing is known of the cases: how many harmful ones are stopped",
      "(blocked or held for approval), how many lawful ones are blocked or held, and how long a message takes."
    })
final class BenchToneCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--file", paramLabel = "CSV", description = "Sentences with the columns text, lang and label, in any order. Default: the project's own.")
  private Optional<Path> file = Optional.empty();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    Optional<SentenceFile> read = file.map(SentenceFile::read);
    List<ToneTrial.Sentence> sentences = read.map(SentenceFile::sentences).orElseGet(BenchToneCommand::own);
    Map<String, Integer> unknown = read.map(SentenceFile::unknownLabels).orElse(Map.of());
    if (sentences.isEmpty()) {
      throw new CannotDo("No sentence has a label that says harmful (threatening, deceptive, abusive …) or lawful (polite, firm-lawful, neutral …).");
    }
    Answer answer = Answer.of(ToneTrial.of(sentences), unknown);
    spec.commandLine().getOut().println(json ? Json.of(answer) : text(answer));
    return ExitCode.DONE;
  }

  private static List<ToneTrial.Sentence> own() {
    return OwnSentences.all().stream().map(own -> new ToneTrial.Sentence(own.language().code(), own.text(), own.isHarmful())).toList();
  }

  private static String text(Answer answer) {
    var text = new StringBuilder("      threats stopped            lawful blocked       held\n");
    answer.languages().forEach((language, figures) -> text.append(line(language, figures)));
    text.append(line("all", answer.all()));
    text.append(String.format(Locale.ROOT, "%.2f ms a message, the slowest %.1f ms", answer.meanMillis(), answer.slowestMillis()));
    answer.unknownLabels().forEach((label, count) -> text.append(String.format("%nnot measured: %d labelled \"%s\"", count, label.replaceAll("\\p{Cntrl}", " "))));
    return text.toString();
  }

  private static String line(String language, ToneTrial.Figures all) {
    return String.format(
        Locale.ROOT, "%-5s %5d of %-5d %-12s %4d of %-5d %-8s %4d %s%n", language, all.threatsBlockedCount() + all.threatsHeldCount(), all.threats(),
        percent(all.threatsStopped()), all.lawfulBlockedCount(), all.lawful(), percent(all.lawfulBlocked()), all.lawfulHeldCount(), percent(all.lawfulHeld()));
  }

  private static String percent(@Nullable Double share) {
    return share == null ? "-" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** The figures of all sentences stand at the top as well. */
  record Answer(
      @Nullable Double threatsStopped, @Nullable Double lawfulBlocked, @Nullable Double lawfulHeld, ToneTrial.Figures all,
      Map<String, ToneTrial.Figures> languages, double slowestMillis, double meanMillis, Map<String, Integer> unknownLabels) {
    static Answer of(ToneTrial.Report report, Map<String, Integer> unknown) {
      var all = report.all();
      return new Answer(
          all.threatsStopped(), all.lawfulBlocked(), all.lawfulHeld(), all, report.languages(), report.slowestMillis(), report.meanMillis(), unknown);
    }
  }
}
