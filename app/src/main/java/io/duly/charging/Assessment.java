package io.duly.charging;

import io.duly.ledger.ChargeLine;
import io.duly.parties.AcceptedTerms;
import io.duly.rules.ChargeAnswer;
import io.duly.rules.ChargeKind;
import io.duly.rules.Charges;
import io.duly.rules.Claim;
import io.duly.rules.Due;
import io.duly.rules.LeftOut;
import io.duly.rules.Period;
import io.duly.rules.Recovery;
import io.duly.rules.Remark;
import io.duly.rules.RulePack;
import io.duly.rules.RulePacks;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks the rules about one invoice. */
final class Assessment {
  private final InvoiceFacts invoice;
  private final Facts facts;
  private final Optional<AcceptedTerms> accepted;
  private final Optional<Agreed> agreed;
  private final String law;
  private final RulePack pack;
  private final Charges charges;

  Assessment(InvoiceFacts invoice, Facts facts, RulePacks packs) {
    this.invoice = invoice;
    this.facts = facts;
    this.accepted = Agreed.governing(facts.accepted().getOrDefault(invoice.debtor(), List.of()), invoice.work());
    this.agreed =
        accepted.map(one ->
            Agreed.of(one, Optional.ofNullable(facts.figures().get(one.terms().id())), invoice.gross().currency()));
    var valid = accepted.filter(one -> !one.acceptance().acceptedOn().isAfter(invoice.work()));
    this.law = Law.of(valid.map(AcceptedTerms::terms), invoice.country(), invoice.region());
    this.pack = packs.of(law);
    this.charges = Charges.on(claim(), pack);
  }

  /**
   * What may be charged, beside what is posted.
   *
   * @param interestTo the last day of interest, at most {@code day}
   */
  Chargeable asOf(LocalDate day, LocalDate interestTo) {
    var answers = new ArrayList<>(interest(interestTo));
    charges.asOf(day).stream().filter(answer -> answer.kind() != ChargeKind.INTEREST).forEach(answers::add);
    var readable = answers.stream().map(this::unlessUnread).toList();
    var posted = facts.posted().getOrDefault(invoice.id(), List.of()).stream().filter(ChargeLine::stands).toList();
    var comparison = new Comparison(charges, agreed.map(one -> one.version().id()), invoice, interestTo, posted);
    return new Chargeable(
        invoice.id(), invoice.debtor(), invoice.number(), invoice.dueOn(), invoice.gross().currency(), law,
        comparison.items(readable), nothing(readable),
        charges.remarks().stream().map(Remark::said).toList());
  }

  RulePack pack() {
    return pack;
  }

  Charges charges() {
    return charges;
  }

  LocalDate contractedOn() {
    return invoice.work();
  }

  private List<ChargeAnswer> interest(LocalDate to) {
    return charges
        .lateFrom()
        .filter(first -> !to.isBefore(first))
        .map(first -> charges.interest(new Period(first, to)))
        .orElse(List.of());
  }

  /** A clause that cannot be read may displace the law, so that neither is charged. */
  private ChargeAnswer unlessUnread(ChargeAnswer answer) {
    return agreed
        .filter(_ -> accepted.filter(one -> !one.acceptance().acceptedOn().isAfter(invoice.work())).isPresent())
        .flatMap(one -> Optional.ofNullable(one.unread().get(answer.kind())))
        .<ChargeAnswer>map(words -> new ChargeAnswer.NoCharge(answer.kind(), ask(words)))
        .orElse(answer);
  }

  private String ask(String words) {
    return "The terms accepted on "
        + accepted.orElseThrow().acceptance().acceptedOn()
        + " say “"
        + words
        + "”, which cannot be computed without a guess; say it in figures with ./duly terms figures";
  }

  private static List<Chargeable.Nothing> nothing(List<ChargeAnswer> answers) {
    return answers.stream()
        .flatMap(answer -> answer instanceof ChargeAnswer.NoCharge none ? Stream.of(none) : Stream.empty())
        .map(none -> new Chargeable.Nothing(Comparison.kind(none.kind()), none.why()))
        .distinct()
        .toList();
  }

  private Claim claim() {
    return new Claim(
        law,
        invoice.dealing(),
        invoice.work(),
        new Due.Agreed(invoice.dueOn(), Optional.of(invoice.issuedOn())),
        invoice.gross(),
        facts.changes().getOrDefault(invoice.id(), List.of()),
        leftOut(),
        agreed.map(Agreed::terms),
        facts.recovery().getOrDefault(invoice.id(), Recovery.NONE));
  }

  /** Disputes that are open, and times of peace as far as the law knows them. */
  List<LeftOut> leftOut() {
    var holds = facts.holds().stream().filter(hold -> hold.isOf(invoice) && pack.restsDuring().contains(hold.cause()));
    return Stream.concat(
            facts.resting().getOrDefault(invoice.id(), List.of()).stream(), holds.map(HoldSpan::leftOut))
        .toList();
  }
}
