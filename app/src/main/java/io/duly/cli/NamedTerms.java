package io.duly.cli;

import io.duly.rules.Claim;
import io.duly.rules.Compounding;
import io.duly.rules.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Terms of trade as they are named at the command line. */
final class NamedTerms {
  @Option(names = "--rate", paramLabel = "PERCENT", description = "An agreed yearly rate; with --above the points added to it.")
  private @Nullable BigDecimal rate;

  @Option(names = "--above", paramLabel = "TABLE", description = "bank-rate, basiszinssatz, ecb-reference, wettelijke-rente or taux-legal.")
  private @Nullable String above;

  @Option(names = "--compounding", description = "none, yearly or monthly, as the clause says. Default: none.")
  private Compounding compounding = Compounding.NONE;

  @Option(names = "--late-fee", paramLabel = "AMOUNT", description = "An agreed fee for each late invoice.")
  private @Nullable BigDecimal lateFee;

  @Option(names = "--costs-to", paramLabel = "AMOUNT", description = "The most of evidenced costs that was agreed.")
  private @Nullable BigDecimal costs;

  @Option(names = "--accepted", paramLabel = "DATE", description = "When the terms were accepted. Default: with the contract.")
  private @Nullable LocalDate accepted;

  Claim on(Claim claim) {
    if (rate == null && lateFee == null && costs == null) {
      return claim;
    }
    var currency = claim.amount().currency();
    return claim.with(
        new Terms(
            "named here",
            accepted == null ? claim.contractedOn() : accepted,
            Optional.ofNullable(rate).map(percent -> new Terms.AgreedInterest(percent, Optional.ofNullable(above), compounding)),
            Optional.ofNullable(lateFee).map(fee -> new Terms.LateFee(Amounts.of(fee, currency), BigDecimal.ZERO)),
            Optional.ofNullable(costs).map(most -> Amounts.of(most, currency))));
  }
}
