package io.duly.cli;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.duly.journal.Heads;
import io.duly.journal.Verification;
import io.duly.journal.Verified;
import io.duly.journal.WrongEntry;
import io.duly.kernel.CaseId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly journal verify}. */
@Command(name = "verify", description = "Recomputes every chain and every document; names the first entry that is wrong.")
final class JournalVerify implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(names = "--heads", description = "Compare with heads that 'journal heads' wrote earlier.")
  private @Nullable Path heads;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() throws SQLException, IOException {
    try (var application = Opened.application()) {
      var seen = application.the(Verification.class).verify();
      var all = heads == null ? seen : seen.plus(compared(application.the(Heads.class), heads));
      spec.commandLine().getOut().println(json ? Json.of(Answer.of(all)) : text(all));
      return all.ok() ? ExitCode.DONE : ExitCode.FINDINGS;
    }
  }

  private static Verified compared(Heads journal, Path file) throws SQLException, IOException {
    try (var kept = Files.newBufferedReader(file)) {
      return journal.verify(kept);
    } catch (NoSuchFileException e) {
      throw new CannotDo("There is no file " + file + ".");
    } catch (IllegalArgumentException e) {
      throw new CannotDo(file + ": " + e.getMessage());
    }
  }

  private static String text(Verified seen) {
    var counts = "%,d cases, %,d entries: ".formatted(seen.cases(), seen.entries());
    return counts
        + seen.firstWrong()
            .map(wrong -> "%,d wrong. First: %s".formatted(seen.wrong(), place(wrong) + wrong.what() + "."))
            .orElse("whole.");
  }

  private static String place(WrongEntry wrong) {
    return wrong.caseId().map(id -> "case " + id + ", entry " + wrong.seq() + ": ").orElse("");
  }

  record Answer(long cases, long entries, boolean ok, @Nullable Wrong firstWrong, long wrong) {
    static Answer of(Verified seen) {
      return new Answer(
          seen.cases(), seen.entries(), seen.ok(), seen.firstWrong().map(Wrong::of).orElse(null), seen.wrong());
    }
  }

  record Wrong(@JsonProperty("case") @Nullable String caseId, int seq, String what) {
    static Wrong of(WrongEntry wrong) {
      return new Wrong(wrong.caseId().map(CaseId::toString).orElse(null), wrong.seq(), wrong.what());
    }
  }
}
