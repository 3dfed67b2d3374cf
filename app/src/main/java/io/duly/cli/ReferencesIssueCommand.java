package io.duly.cli;

import io.duly.ledger.PaymentReferences;
import io.duly.matching.ReferenceScheme;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
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

/** {@code duly references issue}. */
@Command(
    name = "issue",
    description = {"Issues a payment reference for every open invoice that has none. Payments that carry it are matched surely.",
        "The same again issues nothing; a reference that was issued never changes."})
final class ReferencesIssueCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private Today today;

  @Option(names = "--creditor", paramLabel = "NAME", description = "Whose invoices; else everybody's.")
  private @Nullable String creditor;

  @Option(names = "--scheme", paramLabel = "SCHEME", description = "rf (anywhere), ogm (BE), viite (FI), kid (NO), ocr (SE), fik (DK), qrr (CH), si12 (SI). Default: what the creditor chose, else rf.")
  private @Nullable String scheme;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  record Issued(String creditor, String scheme, int issued) {}

  @Override
  public Integer call() {
    var wanted = Optional.ofNullable(scheme).map(NamedScheme::of);
    try (var application = Opened.application()) {
      var issued = application.the(DSLContext.class).transactionResult(tx -> whose(application, tx.dsl()).stream().map(one -> issue(application, tx.dsl(), one, wanted)).toList());
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(issued));
      } else {
        issued.forEach(one -> out.println(one.creditor() + ": " + one.issued() + (one.issued() == 1 ? " reference" : " references") + " issued (" + one.scheme() + ")."));
      }
      return ExitCode.DONE;
    }
  }

  private List<Creditor> whose(Opened application, DSLContext tx) {
    var parties = application.the(Parties.class);
    return creditor == null
        ? parties.creditors(tx)
        : List.of(parties.findCreditor(tx, creditor).orElseThrow(() -> new CannotDo("There is no creditor \"" + creditor + "\".")));
  }

  private Issued issue(Opened application, DSLContext tx, Creditor one, Optional<ReferenceScheme> wanted) {
    var references = application.the(PaymentReferences.class);
    var with = wanted.or(() -> references.chosen(tx, one.id())).orElse(ReferenceScheme.RF);
    return new Issued(one.name(), NamedScheme.word(with), references.issue(tx, one.id(), with, today.by(application).recordedAt()));
  }
}
