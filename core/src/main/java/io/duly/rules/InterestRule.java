package io.duly.rules;

import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A rule by which interest runs.
 *
 * @param basis what it stands on
 * @param appliesTo to whom
 * @param validFrom the first day on which interest may begin under it
 * @param rates the yearly percentage
 * @param year over how many days it is spread
 * @param compounding whether interest bears interest
 * @param fromNotice whether it runs only from the day after a formal notice was delivered
 * @param rounding when it is posted, to the currency's decimals
 */
public record InterestRule(
    Basis basis,
    AppliesTo appliesTo,
    LocalDate validFrom,
    Rates rates,
    YearBasis year,
    Compounding compounding,
    boolean fromNotice,
    RoundingMode rounding) {

  boolean holdsFor(Claim claim, LocalDate start) {
    return appliesTo.covers(claim.dealing()) && !start.isBefore(validFrom);
  }

  /**
   * The first day of interest on a debt that is late from {@code late}; empty where a notice is
   * wanted and none was delivered.
   */
  Optional<LocalDate> begins(Claim claim, LocalDate late) {
    return fromNotice
        ? claim
            .recovery()
            .noticeDeliveredOn()
            .map(notice -> notice.plusDays(1))
            .map(first -> first.isBefore(late) ? late : first)
        : Optional.of(late);
  }

  /** The clause of the terms as a rule. */
  static Optional<InterestRule> agreed(Claim claim) {
    return claim
        .terms()
        .flatMap(terms -> terms.interest().map(clause -> agreed(claim, terms, clause)));
  }

  private static InterestRule agreed(Claim claim, Terms terms, Terms.AgreedInterest clause) {
    return new InterestRule(
        terms.clause(claim.jurisdiction(), "interest"),
        AppliesTo.EVERYBODY,
        LocalDate.MIN,
        rates(terms, clause),
        clause.compounding() == Compounding.MONTHLY ? YearBasis.TWELFTHS : YearBasis.ACTUAL_365,
        clause.compounding(),
        false,
        RoundingMode.HALF_EVEN);
  }

  private static Rates rates(Terms terms, Terms.AgreedInterest clause) {
    return clause
        .above()
        .<Rates>map(
            table ->
                new Rates.Reference(
                    RateTables.require(table),
                    List.of(new Rates.Margin(LocalDate.MIN, clause.percent())),
                    Rates.MarginBy.DAY,
                    false))
        .orElseGet(() -> new Rates.Agreed(clause.percent(), "terms of trade " + terms.version()));
  }
}
