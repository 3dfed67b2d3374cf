package io.duly.cli;

import io.duly.kernel.IdSource;
import io.duly.parties.TermsOfTrade;
import io.duly.parties.TermsVersion;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly terms publish}. */
@Command(
    name = "publish",
    description = {"Adds a version of the terms; it cannot be changed afterwards.", "Clauses are kept in words, and beside them in figures."})
final class TermsPublishCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCreditor named;
  @Mixin private Figures figures;
  @Mixin private Today today;
  @ArgGroup(exclusive = false) private Clauses clauses = new Clauses();

  @Option(names = "--terms-version", required = true, paramLabel = "VERSION", description = "What the creditor calls it, as 2026-1.")
  private String version;

  @Option(names = "--valid-from", required = true, paramLabel = "DATE", description = "The first day on which it is offered.")
  private LocalDate validFrom;

  @Option(names = "--payment-days", paramLabel = "DAYS", description = "Days from the invoice to its due day.")
  private @Nullable Integer paymentDays;

  @Option(names = "--law", paramLabel = "PLACE", description = "Whose law it chose: DE, GB-EAW, Netherlands.")
  private @Nullable String law;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  /** The clauses in words. */
  static final class Clauses {
    @Option(names = "--interest", paramLabel = "WORDS", description = "The clause on interest, in its words.")
    private @Nullable String interest;

    @Option(names = "--late-fee", paramLabel = "WORDS", description = "The clause on a late fee, in its words.")
    private @Nullable String lateFee;

    @Option(names = "--collection-costs", paramLabel = "WORDS", description = "The clause on collection costs, in its words.")
    private @Nullable String collectionCosts;
  }

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var id = application.the(DSLContext.class).transactionResult(tx -> publish(application, tx.dsl()));
      spec.commandLine().getOut().println(json ? Json.of(id) : "Terms " + version + " are in the register.");
      return ExitCode.DONE;
    }
  }

  record Made(String id, String version) {}

  private Made publish(Opened application, DSLContext tx) {
    var creditor = named.in(application, tx);
    var register = application.the(TermsOfTrade.class);
    if (register.versions(tx, creditor.id()).stream().anyMatch(one -> one.version().equals(version))) {
      throw new CannotDo("Terms " + version + " are in the register and cannot be changed; a changed text is a new version.");
    }
    var id = application.the(IdSource.class).next();
    register.publish(
        tx,
        new TermsVersion(
            id, creditor.id(), version, validFrom, Optional.ofNullable(paymentDays), Optional.ofNullable(clauses.interest),
            Optional.ofNullable(clauses.lateFee), Optional.ofNullable(clauses.collectionCosts), Optional.ofNullable(law), Optional.empty()));
    var said = figures.of(id, creditor.currency());
    if (!said.isEmpty()) {
      register.say(tx, creditor.id(), said, today.by(application).actor());
    }
    return new Made(id.toString(), version);
  }
}
