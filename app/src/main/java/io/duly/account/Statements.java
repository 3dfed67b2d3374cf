package io.duly.account;

import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.charging.Chargeable;
import io.duly.charging.Charging;
import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.ledger.ChargeBook;
import io.duly.ledger.ChargeLine;
import io.duly.ledger.InvoiceLine;
import io.duly.ledger.Ledger;
import io.duly.parties.Address;
import io.duly.parties.Parties;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Draws up statements of account, in a fixed number of questions whatever the account holds. */
@Component
public final class Statements {
  private final CaseJournal cases;
  private final Parties parties;
  private final Ledger ledger;
  private final ChargeBook charges;
  private final Charging charging;

  Statements(CaseJournal cases, Parties parties, Ledger ledger, ChargeBook charges, Charging charging) {
    this.cases = cases;
    this.parties = parties;
    this.ledger = ledger;
    this.charges = charges;
    this.charging = charging;
  }

  /**
   * What is owed on the account of a case as of the end of a day.
   *
   * @throws io.duly.cases.CannotRecord where there is no such case, or the caller may not see it
   */
  public Statement of(DSLContext tx, CaseId id, LocalDate day) {
    var head = cases.head(tx, id);
    var debtor = parties.debtor(tx, head.debtor()).orElseThrow();
    var creditor = parties.creditors(tx).stream().filter(one -> one.id().equals(head.creditor())).findFirst().orElseThrow();
    var movements = AccountRead.movements(tx, head.debtor(), head.currency(), day);
    var all = invoices(tx, head.debtor(), head.currency(), movements, day);
    var shown = all.stream().filter(Statements::isShown).toList();
    var ids = shown.stream().map(InvoiceOwed::id).collect(Collectors.toSet());
    return new Statement(
        head.number(), creditor.name(), debtor.details().name(), debtor.details().externalId(),
        address(debtor.details().address()), debtor.details().language().orElse(creditor.language()), day, head.currency(), shown,
        money(tx, head, movements, ids, day), all.size() - shown.size());
  }

  /** One invoice of a debtor as it stood at the end of a day; empty where it was not issued by then. */
  public Optional<InvoiceOwed> invoice(DSLContext tx, DebtorId debtor, Currency currency, InvoiceId invoice, LocalDate day) {
    var movements = AccountRead.movements(tx, debtor, currency, day);
    return invoices(tx, debtor, currency, movements, day).stream().filter(one -> one.id().equals(invoice)).findFirst();
  }

  private static boolean isShown(InvoiceOwed invoice) {
    return invoice.open().isPositive() || invoice.due().isPresent() || !invoice.charges().isEmpty();
  }

  private List<InvoiceOwed> invoices(
      DSLContext tx, DebtorId debtor, Currency currency, List<Movement> movements, LocalDate day) {
    var due = charging.due(tx, debtor, currency, day).stream().collect(Collectors.toMap(Chargeable::invoice, Function.identity()));
    var posted = charges.of(tx, List.of(debtor), day).stream().collect(Collectors.groupingBy(line -> line.charge().invoice()));
    var changes = movements.stream().collect(Collectors.groupingBy(Movement::invoice));
    var contested = AccountRead.contested(tx, debtor, currency, day);
    return ledger.lines(tx, debtor, currency, day).stream()
        .map(line ->
            invoice(
                line, Optional.ofNullable(contested.get(line.id())), changes.getOrDefault(line.id(), List.of()),
                posted.getOrDefault(line.id(), List.of()), Optional.ofNullable(due.get(line.id()))))
        .toList();
  }

  private static InvoiceOwed invoice(
      InvoiceLine line,
      Optional<AccountRead.Contested> contested,
      List<Movement> movements,
      List<ChargeLine> posted,
      Optional<Chargeable> due) {
    var zero = Money.zero(line.gross().currency());
    return new InvoiceOwed(
        line.id(), line.number(), line.issuedOn(), line.dueOn(), line.gross(), line.credited(), line.paid(), line.writtenOff(),
        line.open(), contested.map(one -> one.amount().min(line.open())).orElse(zero), contested.map(AccountRead.Contested::why),
        movements, posted, due);
  }

  private static List<MoneyIn> money(
      DSLContext tx, CaseHead head, List<Movement> movements, Set<InvoiceId> shown, LocalDate day) {
    var went =
        movements.stream().filter(one -> one.from().isPresent()).collect(Collectors.groupingBy(one -> one.from().orElseThrow()));
    return AccountRead.money(tx, head.debtor(), head.currency(), day).stream()
        .map(one ->
            new MoneyIn(
                one.id(), one.credit(), one.on(), one.amount(), one.reference(), one.payer(),
                went.getOrDefault(one.id(), List.of()), one.returned(), one.left()))
        .filter(one -> one.left().isPositive() || one.returned().isPositive() || one.went().stream().anyMatch(part -> shown.contains(part.invoice())))
        .toList();
  }

  private static List<String> address(Address address) {
    var town = Stream.of(address.postalCode(), address.city()).flatMap(Optional::stream).collect(Collectors.joining(" "));
    return Stream.of(address.street(), Optional.of(town).filter(text -> !text.isEmpty()), address.country())
        .flatMap(Optional::stream)
        .toList();
  }
}
