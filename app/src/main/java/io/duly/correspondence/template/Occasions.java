package io.duly.correspondence.template;

import io.duly.account.InvoiceOwed;
import io.duly.account.MoneyIn;
import io.duly.account.Movement;
import io.duly.account.Statement;
import io.duly.account.Statements;
import io.duly.agreements.AgreedPlan;
import io.duly.agreements.Mandates;
import io.duly.agreements.PaidBy;
import io.duly.agreements.Plans;
import io.duly.agreements.Promises;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.kernel.CaseId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.ledger.ChargeLine;
import io.duly.ledger.PaymentReferences;
import io.duly.plans.Offer;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.duly.wording.Claim;
import java.util.UUID;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Loads the facts that a message of a case is written from, as of a day, for all currencies of the debtor at once. */
@Component
final class Occasions {
  /** How far ahead a courtesy note looks. */
  private static final int DAYS_AHEAD = 14;

  private final CaseJournal cases;
  private final Parties parties;
  private final Recipients recipients;
  private final Brandings brandings;
  private final Statements statements;
  private final PaymentReferences references;
  private final Promises promises;
  private final Plans plans;
  private final Mandates mandates;

  Occasions(
      CaseJournal cases, Parties parties, Recipients recipients, Brandings brandings, Statements statements, PaymentReferences references,
      Promises promises, Plans plans, Mandates mandates) {
    this.cases = cases;
    this.parties = parties;
    this.recipients = recipients;
    this.brandings = brandings;
    this.statements = statements;
    this.references = references;
    this.promises = promises;
    this.plans = plans;
    this.mandates = mandates;
  }

  /** @throws io.duly.cases.CannotRecord where there is no such case, or the caller may not see it */
  Occasion of(DSLContext tx, CaseId id, Kind kind, Set<Claim> claims, LocalDate day) {
    return of(tx, id, kind, invoice -> isNamed(invoice, kind, day), claims, day);
  }

  /** Of words that a person writes: about these invoices. */
  Occasion of(DSLContext tx, CaseId id, Set<InvoiceId> about, Set<Claim> claims, LocalDate day) {
    return of(tx, id, Kind.OWN_WORDS, invoice -> about.contains(invoice.id()), claims, day).knowing(contests(tx, about));
  }

  /** What was contested of invoices, and by when we answer. */
  private static List<Occasion.Due> contests(DSLContext tx, Set<InvoiceId> about) {
    return tx.fetch(
            "select x.amount, i.currency, x.answer_due_on from cases.dispute x join ledger.invoice i on i.id = x.invoice_id where x.invoice_id = any (?)",
            (Object) about.stream().map(InvoiceId::value).toArray(UUID[]::new))
        .map(row -> new Occasion.Due(Money.ofMinor(row.get(0, Long.class), row.get(1, String.class)), row.get(2, LocalDate.class)));
  }

  private Occasion of(DSLContext tx, CaseId id, Kind kind, Predicate<InvoiceOwed> named, Set<Claim> claims, LocalDate day) {
    var head = cases.head(tx, id);
    var creditor = creditor(tx, head);
    var accounts = accounts(tx, head, day);
    var plan = planFor(tx, id, kind, day);
    var owed = accounts.stream().map(account -> owed(tx, account, named.or(invoice -> plan.filter(one -> one.invoices().contains(invoice.id()) && (kind == Kind.RELEASE || invoice.open().isPositive())).isPresent()))).filter(one -> !one.invoices().isEmpty()).toList();
    var promise = promises.running(tx, id).map(one -> new Occasion.Due(one.amount(), one.dueOn()));
    return new Occasion(
        kind, day, parties.collectsForAnother(tx, creditor.id()), sender(tx, creditor, kind), recipients.of(tx, head.debtor()),
        head.number(), owed, withCharges(claims, owed), promise, lastPayment(accounts), plan.map(Occasions::left).orElse(promise.stream().toList()), Documents.NONE, Optional.empty(),
        plan.filter(AgreedPlan::isRunning).map(Breach::of), plan.filter(one -> kind == Kind.RECAP || kind == Kind.PLAN_REMINDER).flatMap(one -> collecting(tx, head, one, day)), Optional.empty());
  }

  /** The plan that a message speaks of: the one that runs, or the settlement that was paid. */
  private Optional<AgreedPlan> planFor(DSLContext tx, CaseId id, Kind kind, LocalDate day) {
    if (kind == Kind.RELEASE) {
      return plans.all(tx, id, day).stream().filter(one -> one.kind() == Offer.Kind.SETTLEMENT).findFirst();
    }
    return kind.allows(Variable.AGREEMENT) ? plans.running(tx, id, day) : Optional.empty();
  }

  /** Of a plan that is paid by direct debit; empty where its mandate has ended, for then it is transferred. */
  private Optional<Occasion.Collecting> collecting(DSLContext tx, CaseHead head, AgreedPlan plan, LocalDate day) {
    return Optional.of(plan).filter(one -> one.isRunning() && one.paidBy() == PaidBy.DIRECT_DEBIT)
        .flatMap(_ -> mandates.inForce(tx, head.debtor(), day))
        .flatMap(mandate -> mandates.terms(tx, head.creditor()).map(terms -> new Occasion.Collecting(mandate.reference(), terms.identifier(), mandate.holder(), mandate.masked())));
  }

  /** What is still to be paid of a plan. */
  private static List<Occasion.Due> left(AgreedPlan plan) {
    return plan.standing().instalments().stream().filter(line -> line.left().isPositive()).map(line -> new Occasion.Due(line.left(), line.instalment().dueOn())).toList();
  }

  private Sender sender(DSLContext tx, Creditor creditor, Kind kind) {
    var sender = brandings.of(tx, creditor).sender();
    return kind.isForStrangers() ? sender.discreet() : sender;
  }

  Creditor creditor(DSLContext tx, CaseHead head) {
    return parties.creditors(tx).stream().filter(one -> one.id().equals(head.creditor())).findFirst().orElseThrow();
  }

  /** The case's own first, then what the debtor owes in other currencies. */
  private List<Statement> accounts(DSLContext tx, CaseHead head, LocalDate day) {
    var all = new ArrayList<CaseHead>(List.of(head));
    cases.openOf(tx, head.debtor()).stream().filter(other -> !other.currency().equals(head.currency())).forEach(all::add);
    return all.stream().map(one -> statements.of(tx, one.id(), day)).toList();
  }

  private Owed owed(DSLContext tx, Statement account, Predicate<InvoiceOwed> isNamed) {
    var named = account.invoices().stream().filter(isNamed).toList();
    var ids = named.stream().map(InvoiceOwed::id).collect(Collectors.toSet());
    var issued = references.of(tx, ids);
    return new Owed(
        account.currency(), named.stream().map(invoice -> invoice(invoice, issued)).toList(),
        named.stream().flatMap(invoice -> invoice.charges().stream()).filter(line -> line.open().isPositive()).map(Occasions::charge).toList(),
        account.money().stream().map(money -> payment(money, ids, account)).filter(payment -> payment.amount().isPositive()).toList());
  }

  /** A demand names what is overdue and not contested as a whole, a courtesy note what will soon be due. */
  private static boolean isNamed(InvoiceOwed invoice, Kind kind, LocalDate day) {
    boolean asked = invoice.open().minus(invoice.disputed()).isPositive() || invoice.chargesOpen().isPositive();
    return switch (kind) {
      case COURTESY_NOTE -> asked && !invoice.dueOn().isBefore(day) && !invoice.dueOn().isAfter(day.plusDays(DAYS_AHEAD));
      case THANK_YOU, APOLOGY, CONTACT_REQUEST, RELEASE -> false;
      default -> asked && invoice.dueOn().isBefore(day);
    };
  }

  private static Owed.Invoice invoice(InvoiceOwed invoice, Map<InvoiceId, String> issued) {
    return new Owed.Invoice(
        invoice.number(), invoice.issuedOn(), invoice.dueOn(), invoice.gross(), invoice.gross().minus(invoice.open()), invoice.open(),
        invoice.disputed(), Optional.ofNullable(issued.get(invoice.id())));
  }

  private static Owed.Charge charge(ChargeLine line) {
    return new Owed.Charge(line.charge().kind().word(), line.invoiceNumber(), line.charge().basis().named(), line.open());
  }

  /** Only what went to the invoices that are named, less what was undone. */
  private static Owed.Payment payment(MoneyIn money, Set<InvoiceId> named, Statement account) {
    var went = money.went().stream()
        .filter(part -> named.contains(part.invoice()) && part.charge().isEmpty())
        .map(Movement::amount)
        .reduce(Money.zero(account.currency()), Money::plus);
    return new Owed.Payment(money.on(), money.credit(), went);
  }

  private static Set<Claim> withCharges(Set<Claim> claims, List<Owed> owed) {
    var all = EnumSet.noneOf(Claim.class);
    all.addAll(claims);
    for (var charge : owed.stream().flatMap(one -> one.charges().stream()).toList()) {
      all.add(charge.kind().equals("interest") ? Claim.INTEREST : Claim.FEES);
    }
    return all;
  }

  private static Optional<Occasion.Due> lastPayment(List<Statement> accounts) {
    return accounts.getFirst().money().stream()
        .filter(money -> !money.credit())
        .reduce((_, later) -> later)
        .map(money -> new Occasion.Due(money.amount(), money.on()));
  }
}
