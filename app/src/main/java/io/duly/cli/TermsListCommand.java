package io.duly.cli;

import io.duly.parties.TermsFigures;
import io.duly.parties.TermsOfTrade;
import io.duly.parties.TermsVersion;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jooq.DSLContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code duly terms list}. */
@Command(name = "list", description = "Shows the versions of a creditor's terms, the latest first, in words and in figures.")
final class TermsListCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private NamedCreditor named;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Override
  public Integer call() {
    try (var application = Opened.application()) {
      var tx = application.the(DSLContext.class);
      var register = application.the(TermsOfTrade.class);
      var versions = register.versions(tx, named.in(application, tx).id());
      var figures = register.figures(tx, versions.stream().map(TermsVersion::id).toList());
      var lines = versions.stream().map(one -> Line.of(one, figures)).toList();
      var out = spec.commandLine().getOut();
      if (json) {
        out.println(Json.of(lines));
        return ExitCode.DONE;
      }
      var table = new TextTable("Version", "From", ">Days", "Interest", "Late fee", "Collection costs", "Law");
      lines.forEach(line -> table.row(
          line.version(), line.validFrom(), line.paymentDays().map(String::valueOf).orElse(""), line.interestSaid(),
          line.lateFeeSaid(), line.costsSaid(), line.law().orElse("")));
      table.lines().forEach(out::println);
      return ExitCode.DONE;
    }
  }

  /** @param interest in words, and so the other clauses; beside them the figures */
  record Line(
      String id, String version, LocalDate validFrom, Optional<Integer> paymentDays, Optional<String> law, Optional<String> interest,
      Optional<String> lateFee, Optional<String> collectionCosts, Optional<String> percent, Optional<String> above,
      Optional<String> compounding, Optional<String> lateFeeAmount, Optional<String> lateFeePercent, Optional<String> costsAtMost,
      Optional<String> currency) {

    static Line of(TermsVersion terms, Map<UUID, TermsFigures> all) {
      var figures = Optional.ofNullable(all.get(terms.id()));
      var interest = figures.flatMap(TermsFigures::interest);
      var lateFee = figures.flatMap(TermsFigures::lateFee);
      var costs = figures.flatMap(TermsFigures::collectionCosts);
      return new Line(
          terms.id().toString(), terms.version(), terms.validFrom(), terms.paymentDays(), terms.jurisdiction(), terms.interest(),
          terms.lateFee(), terms.collectionCosts(), interest.map(one -> one.percent().toPlainString()),
          interest.flatMap(TermsFigures.Interest::above), interest.map(TermsFigures.Interest::compounding),
          lateFee.map(sum -> sum.plain()), figures.flatMap(TermsFigures::lateFeePercent).map(share -> share.toPlainString()),
          costs.map(sum -> sum.plain()), lateFee.or(() -> costs).map(sum -> sum.currency().getCurrencyCode()));
    }

    String interestSaid() {
      return percent.map(rate -> rate + " %" + above.map(table -> " above " + table).orElse("")).or(() -> interest).orElse("");
    }

    String lateFeeSaid() {
      return lateFeeAmount.or(() -> lateFeePercent.map(share -> share + " %")).or(() -> lateFee).orElse("");
    }

    String costsSaid() {
      return costsAtMost.map(most -> "at most " + most).or(() -> collectionCosts).orElse("");
    }
  }
}
