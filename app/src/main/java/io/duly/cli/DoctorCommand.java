package io.duly.cli;

import io.duly.doctor.Doctor;
import io.duly.doctor.Finding;
import java.io.PrintWriter;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly doctor}. */
@Command(name = "doctor", description = "Checks by SQL of its own whether the data keeps every invariant that can be seen in it.")
final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws SQLException {
    try (var application = Opened.application()) {
      var out = spec.commandLine().getOut();
      var findings = application.the(Doctor.class).examine(json ? _ -> {} : finding -> say(out, finding));
      var broken = findings.stream().filter(finding -> !finding.isHealthy()).count();
      out.println(json ? Json.of(Answer.of(findings)) : summary(findings.size(), broken));
      return broken == 0 ? ExitCode.DONE : ExitCode.FINDINGS;
    }
  }

  private static void say(PrintWriter out, Finding finding) {
    var count = finding.isHealthy() ? "ok" : "%,d".formatted(finding.violations());
    var sample = finding.sample().map(one -> " — such as " + one).orElse("");
    out.printf("%-4s%9s  %s%s%n", finding.invariant(), count, finding.title(), sample);
    out.flush();
  }

  private static String summary(int checks, long broken) {
    return broken == 0
        ? "All %d checks hold.".formatted(checks)
        : "%d of %d checks found violations; docs/doctor.md says what each means.".formatted(broken, checks);
  }

  record Answer(List<Line> checks) {
    static Answer of(List<Finding> findings) {
      return new Answer(findings.stream().map(Line::of).toList());
    }
  }

  record Line(String check, String invariant, String title, long violations, @Nullable String sample) {
    static Line of(Finding finding) {
      return new Line(
          finding.check(), finding.invariant(), finding.title(), finding.violations(), finding.sample().orElse(null));
    }
  }
}
