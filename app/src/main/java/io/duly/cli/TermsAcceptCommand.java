package io.duly.cli;

import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.journal.Sha256;
import io.duly.parties.Acceptance;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.duly.parties.TermsOfTrade;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly terms accept}. */
@Command(
    name = "accept",
    description = "Keeps the evidence that a debtor agreed to a version of the terms: who, when, by what act, with the document.")
final class TermsAcceptCommand implements Callable<Integer> {
  private static final long LARGEST = 50_000_000;

  @Spec private CommandSpec spec;
  @Mixin private NamedCreditor named;

  @Option(names = "--terms-version", required = true, paramLabel = "VERSION", description = "Which version.")
  private String version;

  @Option(names = "--debtor", required = true, paramLabel = "NUMBER", description = "The creditor's number for the debtor.")
  private String debtor;

  @Option(names = "--on", required = true, paramLabel = "DATE", description = "The day on which the debtor agreed.")
  private LocalDate on;

  @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who at the debtor agreed.")
  private String by;

  @Option(names = "--act", required = true, paramLabel = "ACT", description = "One of ${COMPLETION-CANDIDATES}.")
  private Acceptance.Act act;

  @Option(names = "--document", paramLabel = "FILE", description = "The signed page, the order form, the e-mail; it is archived.")
  private @Nullable Path document;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      application.the(DSLContext.class).transaction(tx -> accept(application, tx.dsl()));
      spec.commandLine().getOut().println(json ? Json.of(new Kept(debtor, version, on)) : "Kept: accepted on " + on + ".");
      return ExitCode.DONE;
    }
  }

  record Kept(String debtor, String version, LocalDate acceptedOn) {}

  private void accept(Opened application, DSLContext tx) {
    var creditor = named.in(application, tx);
    var terms = NamedCreditor.version(application, tx, creditor, version);
    var found =
        Optional.ofNullable(application.the(Parties.class).byNumber(tx, creditor.id(), List.of(debtor)).get(debtor))
            .orElseThrow(() -> new CannotDo(creditor.name() + " has no debtor with the number " + debtor + "."));
    var evidence = Optional.ofNullable(document).map(file -> archived(application, tx, creditor, file));
    application
        .the(TermsOfTrade.class)
        .accept(tx, creditor.id(), List.of(new Acceptance(found, terms.id(), on, by, act, evidence)));
  }

  private static Sha256 archived(Opened application, DSLContext tx, Creditor creditor, Path file) {
    try {
      if (Files.size(file) > LARGEST) {
        throw new CannotDo(file + " is larger than 50 MB; archive the pages that are signed.");
      }
      var type = Optional.ofNullable(Files.probeContentType(file)).orElse("application/octet-stream");
      var kept = new Document(String.valueOf(file.getFileName()), type, Files.readAllBytes(file), "");
      return application.the(Archive.class).keep(tx, creditor.id(), kept, application.the(Clock.class).instant());
    } catch (IOException unreadable) {
      throw new CannotDo("The document " + file + " cannot be read: " + unreadable.getMessage());
    }
  }
}
