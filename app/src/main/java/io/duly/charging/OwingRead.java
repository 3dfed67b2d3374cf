package io.duly.charging;

import io.duly.kernel.DebtorId;
import io.duly.kernel.Money;
import io.duly.ledger.Charge;
import io.duly.ledger.ChargeLine;
import io.duly.rules.Change;
import io.duly.rules.Debt;
import io.duly.rules.LeftOut;
import io.duly.rules.Rates;
import io.duly.rules.RulePacks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Gathers what debtors owe as payments find it. */
@Component
final class OwingRead {
  private final RulePacks packs = RulePacks.shipped();
  private final FactsRead read;

  OwingRead(FactsRead read) {
    this.read = read;
  }

  Map<DebtorId, Owing> of(DSLContext tx, Collection<DebtorId> debtors, Currency currency, LocalDate day) {
    var facts = read.read(tx, debtors, day, LocalDate.of(9999, 12, 31));
    var found = new HashMap<DebtorId, Owing>();
    facts.invoices().stream()
        .filter(invoice -> invoice.gross().currency().equals(currency))
        .collect(Collectors.groupingBy(InvoiceFacts::debtor))
        .forEach((debtor, invoices) -> owing(debtor, invoices, facts, day).ifPresent(owing -> found.put(debtor, owing)));
    return found;
  }

  /** Empty where nothing is open. The invoices come with the one that was due first before the others. */
  private Optional<Owing> owing(DebtorId debtor, List<InvoiceFacts> invoices, Facts facts, LocalDate day) {
    var charges = new HashMap<String, List<ChargeLine>>();
    invoices.forEach(invoice -> charges.put(invoice.id().toString(), openCharges(invoice, facts)));
    var debts =
        invoices.stream().map(invoice -> debt(invoice, facts, charges, day)).filter(OwingRead::isOpen).toList();
    return debts.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Owing(debtor, debts, charges, new Assessment(first(invoices, debts), facts, packs).pack().allocation()));
  }

  private static InvoiceFacts first(List<InvoiceFacts> invoices, List<Debt> debts) {
    return invoices.stream().filter(one -> one.id().toString().equals(debts.getFirst().id())).findFirst().orElseThrow();
  }

  private static boolean isOpen(Debt debt) {
    return debt.costs().isPositive() || debt.interest().isPositive() || debt.principal().isPositive();
  }

  private static List<ChargeLine> openCharges(InvoiceFacts invoice, Facts facts) {
    return facts.posted().getOrDefault(invoice.id(), List.of()).stream().filter(line -> line.open().isPositive()).toList();
  }

  private Debt debt(InvoiceFacts invoice, Facts facts, Map<String, List<ChargeLine>> charges, LocalDate day) {
    var id = invoice.id().toString();
    var zero = Money.zero(invoice.gross().currency());
    var lines = charges.getOrDefault(id, List.of());
    var changes = facts.changes().getOrDefault(invoice.id(), List.of());
    var principal = changes.stream().map(Change::principal).reduce(invoice.gross(), Money::minus, Money::plus);
    var disputed = facts.contested().getOrDefault(invoice.id(), zero);
    var assessment = new Assessment(invoice, facts, packs);
    return new Debt(
        id, invoice.dueOn(), sum(lines, false, zero), sum(lines, true, zero), principal, disputed, false,
        percent(assessment, day), rests(assessment.leftOut(), day));
  }

  private static Money sum(List<ChargeLine> lines, boolean interest, Money zero) {
    return lines.stream()
        .filter(line -> line.charge().kind().isInterest() == interest)
        .map(ChargeLine::open)
        .reduce(zero, Money::plus);
  }

  private static boolean rests(List<LeftOut> parts, LocalDate day) {
    return parts.stream()
        .anyMatch(part ->
            part.amount().isEmpty() && !day.isBefore(part.from()) && part.until().map(last -> !day.isAfter(last)).orElse(true));
  }

  /** The yearly percentage that the debt bears, or would bear if it were late on that day. */
  private static BigDecimal percent(Assessment assessment, LocalDate day) {
    var start = assessment.charges().lateFrom().filter(first -> !first.isAfter(day)).orElse(day);
    return assessment
        .charges()
        .interestRule(start)
        .flatMap(rule -> rule.rates().on(day, new Rates.Since(start, assessment.contractedOn())))
        .map(Rates.Rate::percent)
        .orElse(BigDecimal.ZERO);
  }
}
