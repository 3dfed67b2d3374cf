package io.duly.cli;

import io.duly.strategy.Stage;
import io.duly.wording.CaseFacts;
import io.duly.wording.Claim;
import io.duly.wording.Finding;
import io.duly.wording.Language;
import io.duly.wording.Severity;
import io.duly.wording.ToneCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly tone}: needs no database. */
@Command(
    name = "tone",
    description = "Says what is wrong with a text before it is sent: threats, insults, pressure, claims the case does not bear.")
final class ToneCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", description = "A text in UTF-8; - reads what is piped in.")
  private String file;

  @Option(names = "--language", description = "en, de, fr, nl or es; without it, every sentence is read in the language it seems to be in.")
  private Optional<String> language = Optional.empty();

  @Option(names = "--stage", description = "The stage of the case, which decides what may be announced; without it, announcements need approval.")
  private Optional<Stage> stage = Optional.empty();

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    String text = text();
    if (text.length() > ToneCheck.MOST_SIGNS) {
      throw new CannotDo(file + " has more than " + ToneCheck.MOST_SIGNS + " signs; no message is that long.");
    }
    List<Finding> findings = check().check(text, stage.map(ToneCommand::facts).orElseGet(CaseFacts::unknown));
    boolean blocked = findings.stream().anyMatch(finding -> finding.severity() == Severity.BLOCK);
    if (json) {
      spec.commandLine().getOut().println(Json.of(new Answer(blocked, findings.stream().map(Line::of).toList())));
    } else {
      findings.forEach(this::say);
      spec.commandLine().getOut().println(summary(findings, blocked));
    }
    return blocked ? ExitCode.FINDINGS : ExitCode.DONE;
  }

  private ToneCheck check() {
    return language
        .map(tag -> Language.of(tag).orElseThrow(() ->
            new CannotDo("The wording of '" + tag + "' is not known; choose en, de, fr, nl or es, or leave --language out.")))
        .map(ToneCheck::of)
        .orElseGet(ToneCheck::ofAnyLanguage);
  }

  /** What a policy that goes to the end of its ladder makes true at a stage. */
  static CaseFacts facts(Stage stage) {
    Set<Claim> bearing = EnumSet.of(Claim.INTEREST, Claim.FEES);
    if (stage.compareTo(Stage.NEGOTIATION) >= 0) {
      bearing.add(Claim.FURTHER_STEPS);
    }
    if (stage.compareTo(Stage.FINAL_DEMAND) >= 0) {
      bearing.addAll(Set.of(Claim.FINAL_DEMAND, Claim.COURT, Claim.LAWYER, Claim.AGENCY, Claim.SUPPLY_STOP));
    }
    if (stage == Stage.PLACED) {
      bearing.add(Claim.AGENCY_PLACED);
    }
    if (stage == Stage.LEGAL) {
      bearing.add(Claim.COURT_STARTED);
    }
    return CaseFacts.bearing(bearing);
  }

  private String text() {
    try {
      byte[] bytes = file.equals("-") ? System.in.readNBytes(4 * ToneCheck.MOST_SIGNS + 1) : Files.readAllBytes(Path.of(file));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new CannotDo(file + " cannot be read; name a text file, or - for what is piped in.");
    }
  }

  private void say(Finding finding) {
    var out = spec.commandLine().getOut();
    out.printf("%-14s %-15s %s%n", finding.severity().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        finding.category().name().toLowerCase(Locale.ROOT).replace('_', ' '),
        finding.words().isEmpty() ? "" : "\"" + printable(finding.words()) + "\"");
    out.printf("               %s (%s)%n", finding.why(), finding.law());
    if (!finding.better().isEmpty()) {
      out.printf("               Better: %s%n", finding.better());
    }
  }

  private static String printable(String words) {
    return words.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
  }

  private static String summary(List<Finding> findings, boolean blocked) {
    if (blocked) {
      return "This text may not leave.";
    }
    return findings.stream().anyMatch(finding -> finding.severity() == Severity.NEEDS_APPROVAL)
        ? "This text may leave when somebody has approved it."
        : "This text may leave.";
  }

  record Answer(boolean blocked, List<Line> findings) {}

  record Line(
      int from, int to, String words, String category, String severity, String rule, String law, String why,
      @Nullable String better) {
    static Line of(Finding finding) {
      return new Line(
          finding.from(), finding.to(), finding.words(), finding.category().name(), finding.severity().name(),
          finding.rule(), finding.law(), finding.why(), finding.better().isEmpty() ? null : finding.better());
    }
  }
}
