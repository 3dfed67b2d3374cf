package io.duly.charging;

import io.duly.kernel.Money;
import io.duly.parties.AcceptedTerms;
import io.duly.parties.TermsFigures;
import io.duly.parties.TermsVersion;
import io.duly.rules.ChargeKind;
import io.duly.rules.ClauseReader;
import io.duly.rules.Compounding;
import io.duly.rules.Terms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The terms of a debt in figures.
 *
 * @param version they are of
 * @param terms as the rules take them
 * @param unread clauses whose words can mean more than one thing and that nobody gave figures for: of these kinds
 *     nothing is charged, not even by law, for the clause may displace the law
 */
record Agreed(TermsVersion version, Terms terms, Map<ChargeKind, String> unread) {

  /**
   * What had been agreed before the work; where nothing had, the first that was agreed after it, so that the answer can
   * say that it came too late.
   */
  static Optional<AcceptedTerms> governing(List<AcceptedTerms> accepted, LocalDate work) {
    return accepted.stream()
        .filter(one -> !one.acceptance().acceptedOn().isAfter(work))
        .reduce((_, later) -> later)
        .or(() -> accepted.stream().findFirst());
  }

  static Agreed of(AcceptedTerms accepted, Optional<TermsFigures> figures, Currency currency) {
    var words = accepted.terms();
    var interest = figures.flatMap(TermsFigures::interest).map(Agreed::rate).or(() -> words.interest().flatMap(ClauseReader::interest));
    var lateFee =
        figures
            .flatMap(one -> lateFee(one, currency))
            .or(() -> words.lateFee().flatMap(text -> ClauseReader.lateFee(text, currency)));
    var costs =
        figures
            .flatMap(TermsFigures::collectionCosts)
            .or(() -> words.collectionCosts().flatMap(ClauseReader::sum))
            .filter(sum -> sum.currency().equals(currency));
    var terms = new Terms(words.version(), accepted.acceptance().acceptedOn(), interest, lateFee, costs);
    return new Agreed(words, terms, unread(words, terms));
  }

  private static Map<ChargeKind, String> unread(TermsVersion words, Terms terms) {
    var unread = new EnumMap<ChargeKind, String>(ChargeKind.class);
    words.interest().filter(_ -> terms.interest().isEmpty()).ifPresent(text -> unread.put(ChargeKind.INTEREST, text));
    words.lateFee().filter(_ -> terms.lateFee().isEmpty()).ifPresent(text -> unread.put(ChargeKind.LATE_FEE, text));
    words
        .collectionCosts()
        .filter(_ -> terms.collectionCosts().isEmpty())
        .ifPresent(text -> unread.put(ChargeKind.COLLECTION_COST, text));
    return unread;
  }

  private static Terms.AgreedInterest rate(TermsFigures.Interest clause) {
    var compounding = Compounding.valueOf(clause.compounding().toUpperCase(Locale.ROOT));
    return new Terms.AgreedInterest(clause.percent(), clause.above(), compounding);
  }

  private static Optional<Terms.LateFee> lateFee(TermsFigures figures, Currency currency) {
    var fixed = figures.lateFee().filter(sum -> sum.currency().equals(currency));
    return fixed.isEmpty() && figures.lateFeePercent().isEmpty()
        ? Optional.empty()
        : Optional.of(new Terms.LateFee(fixed.orElse(Money.zero(currency)), figures.lateFeePercent().orElse(BigDecimal.ZERO)));
  }
}
