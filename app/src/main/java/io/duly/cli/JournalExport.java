package io.duly.cli;

import io.duly.journal.Export;
import io.duly.journal.Exported;
import io.duly.kernel.CaseId;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code duly journal export}. */
@Command(name = "export", description = "Writes the journal of a case into a file that proves itself (docs/journal.md).")
final class JournalExport implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "CASE", description = "Number or id of the case.")
  private String reference;

  @Option(names = "--out", paramLabel = "FILE", description = "Where to write it; standard output without.")
  private @Nullable Path file;

  @Option(names = "--json", description = "Print JSON about the file; needs --out.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (json && file == null) {
      throw new picocli.CommandLine.ParameterException(spec.commandLine(), "--json needs --out: without it the export itself is printed.");
    }
    try (var application = Opened.application()) {
      var dsl = application.the(DSLContext.class);
      var export = application.the(Export.class);
      var caseId = export.find(dsl, reference).orElseThrow(() -> new CannotDo("No case has the number or id " + reference + "."));
      if (file == null) {
        export.write(dsl, caseId, System.out);
        System.out.flush();
      } else {
        tell(file, caseId, writeWhole(file, out -> export.write(dsl, caseId, out)));
      }
      return ExitCode.DONE;
    }
  }

  private interface Content {
    Exported writeTo(OutputStream out) throws IOException;
  }

  /** The file appears whole or not at all. */
  private static Exported writeWhole(Path file, Content content) throws IOException {
    var part = file.resolveSibling(file.getFileName() + ".part");
    try {
      var written = writeAll(part, content);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return written;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Exported writeAll(Path file, Content content) throws IOException {
    try (var out = new BufferedOutputStream(Files.newOutputStream(file))) {
      return content.writeTo(out);
    }
  }

  private void tell(Path to, CaseId caseId, Exported written) {
    var text =
        "%s: %,d entries, %,d documents. Head: %s"
            .formatted(to, written.entries(), written.documents(), written.head());
    var answer = new Answer(to.toString(), caseId.toString(), written.entries(), written.documents(), written.head());
    spec.commandLine().getOut().println(json ? Json.of(answer) : text);
  }

  record Answer(String file, String caseId, int entries, int documents, String head) {}
}
