package io.duly.cli;

import io.duly.account.Statement;
import io.duly.account.StatementCsv;
import io.duly.account.StatementJson;
import io.duly.account.StatementPdf;
import io.duly.account.Statements;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly case statement}. */
@Command(name = "statement", description = "What is owed as of a day, line by line, and how each charge comes about.")
final class CaseStatementCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCase named;
  @ArgGroup private @Nullable Form form;

  @Option(names = "--as-of", paramLabel = "DATE", description = "At the end of this day. Default: today.")
  private @Nullable LocalDate asOf;

  /** As what it is written, if not as text. */
  static final class Form {
    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--csv", description = "Print CSV, safe for spreadsheets.")
    private boolean csv;

    @Option(names = "--pdf", paramLabel = "FILE", description = "Write a PDF.")
    private @Nullable Path pdf;
  }

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var tx = application.the(DSLContext.class);
      var day = asOf == null ? Today.of(application.the(Clock.class)) : asOf;
      var statement = application.the(Statements.class).of(tx, named.in(application, tx), day);
      write(application, statement, form == null ? new Form() : form);
      return ExitCode.DONE;
    }
  }

  private void write(Opened application, Statement statement, Form as) {
    var out = spec.commandLine().getOut();
    if (as.json) {
      out.println(Json.of(StatementJson.of(statement)));
    } else if (as.csv) {
      out.print(StatementCsv.of(statement));
      out.flush();
    } else if (as.pdf != null) {
      keep(as.pdf, application.the(StatementPdf.class).of(statement));
      out.println("Written to " + as.pdf + ".");
    } else {
      StatementText.of(statement).forEach(out::println);
    }
  }

  private static void keep(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException failed) {
      throw new CannotDo(file + " cannot be written: " + failed.getMessage());
    }
  }
}
