package io.duly.cli;

import io.duly.ledger.PaymentReferences;
import io.duly.matching.ReferenceScheme;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code duly references choose}. */
@Command(name = "choose", description = "Says that invoices of a creditor which come without a payment reference get one by themselves, or shows what was said.")
final class ReferencesChooseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCreditor named;
  @Mixin private Today today;

  @Option(names = "--scheme", paramLabel = "SCHEME", description = "rf, ogm, viite, kid, ocr, fik, qrr or si12.")
  private @Nullable String scheme;

  @Option(names = "--off", description = "No more.")
  private boolean off;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  record Chosen(String creditor, Optional<String> scheme) {}

  @Override
  public Integer call() {
    if (off && scheme != null) {
      throw new ParameterException(spec.commandLine(), "Say a scheme or --off, not both.");
    }
    var wanted = Optional.ofNullable(scheme).map(NamedScheme::of);
    try (var application = Opened.application()) {
      var chosen = application.the(DSLContext.class).transactionResult(tx -> choose(application, tx.dsl(), wanted));
      spec.commandLine().getOut().println(json ? Json.of(chosen) : chosen.creditor() + ": " + chosen.scheme().map(word -> "invoices without a reference get one (" + word + ").").orElse("no references are issued by themselves."));
      return ExitCode.DONE;
    }
  }

  private Chosen choose(Opened application, DSLContext tx, Optional<ReferenceScheme> wanted) {
    var creditor = named.in(application, tx);
    var references = application.the(PaymentReferences.class);
    if (off || wanted.isPresent()) {
      var by = today.by(application);
      references.choose(tx, creditor.id(), wanted, by.actor(), by.recordedAt());
    }
    return new Chosen(creditor.name(), references.chosen(tx, creditor.id()).map(NamedScheme::word));
  }
}
