package io.duly.charging;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.kernel.CaseId;
import io.duly.kernel.ChargeId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Allocation;
import io.duly.ledger.Cancellation;
import io.duly.ledger.ChargeAllocation;
import io.duly.ledger.ChargeBook;
import io.duly.ledger.ChargeLine;
import io.duly.ledger.Ledger;
import io.duly.ledger.RecoveryEvidence;
import io.duly.rules.RulePacks;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What may be charged on the invoices of a case, and charging it. The invoices of a case are those that are open, and those
 * that were settled since the case was opened: their charges outlive the principal.
 */
@Component
public final class Charging {
  private final RulePacks packs = RulePacks.shipped();
  private final FactsRead facts;
  private final Posting posting;
  private final OwingRead owing;
  private final Ledger ledger;
  private final ChargeBook book;
  private final CaseJournal cases;
  private final IdSource ids;
  private final NotOwed notOwed;

  Charging(
      FactsRead facts, Posting posting, OwingRead owing, Ledger ledger, ChargeBook book, CaseJournal cases, IdSource ids, NotOwed notOwed) {
    this.facts = facts;
    this.posting = posting;
    this.owing = owing;
    this.ledger = ledger;
    this.book = book;
    this.cases = cases;
    this.ids = ids;
    this.notOwed = notOwed;
  }

  /**
   * What may be charged on the overdue invoices of a case as of a day, that day counted, and why the rest may not.
   *
   * @throws CannotRecord where there is no such case, or the caller may not see it
   */
  public List<Chargeable> due(DSLContext tx, CaseId id, LocalDate day) {
    var head = cases.head(tx, id);
    return due(tx, head.debtor(), head.currency(), day);
  }

  /** The same for what a debtor owes in a currency, whether or not there is a case. */
  public List<Chargeable> due(DSLContext tx, DebtorId debtor, Currency currency, LocalDate day) {
    return due(tx, List.of(debtor), day, day).stream().filter(one -> one.currency().equals(currency)).toList();
  }

  /** The same for all invoices of debtors, in every currency. */
  List<Chargeable> due(DSLContext tx, Collection<DebtorId> debtors, LocalDate day, LocalDate interestTo) {
    var read = facts.read(tx, debtors, day, day);
    return read.invoices().stream().map(invoice -> new Assessment(invoice, read, packs).asOf(day, interestTo)).toList();
  }

  /**
   * Posts what is due on the day of {@code by}, and takes back what is posted and no longer right; the journal of the case
   * says so. A second time on the same day changes nothing.
   *
   * @throws CannotRecord where there is no such case, or charges of a later day are posted already
   */
  public Posted post(DSLContext tx, CaseId id, Recorded by) {
    var head = cases.head(tx, id);
    cases.locked(tx, List.of(id));
    requireLatest(tx, head, by.on());
    var invoices = due(tx, id, by.on());
    var posted = posting.post(tx, invoices, by.on(), by.actor());
    if (!posted.isNothing()) {
      write(tx, head, invoices, posted, by);
    }
    return posted;
  }

  private void write(DSLContext tx, CaseHead head, List<Chargeable> invoices, Posted posted, Recorded by) {
    var numbers = invoices.stream().collect(Collectors.toMap(Chargeable::invoice, Chargeable::number));
    cases.write(tx, List.of(head), "charges-posted", ChargeEntry.summary(posted), ChargeEntry.facts(posted, numbers), by);
  }

  private void requireLatest(DSLContext tx, CaseHead head, LocalDate day) {
    book.lastPosted(tx, head.debtor())
        .filter(posted -> posted.isAfter(day))
        .ifPresent(later -> {
          throw new CannotRecord(
              "Charges of this debtor were posted on " + later + "; post on that day or a later one, not on " + day + ".");
        });
  }

  /** What debtors owe in a currency on a day, as a payment finds it; without those who owe nothing. */
  public Map<DebtorId, Owing> owing(DSLContext tx, Collection<DebtorId> debtors, Currency currency, LocalDate day) {
    return owing.of(tx, debtors, currency, day);
  }

  /**
   * The lowest yearly percentage that the overdue invoices of a debtor in a currency bear on a day, or would bear had nothing been agreed: by terms that were
   * accepted, else by law; 0 where one of them bears none, or all is in peace.
   */
  public BigDecimal lowestPercent(DSLContext tx, DebtorId debtor, Currency currency, LocalDate day) {
    return owing(tx, List.of(debtor), currency, day).values().stream()
        .flatMap(one -> one.debts().stream())
        .filter(debt -> debt.principal().isPositive() && debt.dueOn().isBefore(day))
        .map(debt -> debt.resting() ? BigDecimal.ZERO : debt.yearlyPercent())
        .min(Comparator.naturalOrder())
        .orElse(BigDecimal.ZERO);
  }

  /**
   * Sets a receipt against what it goes to.
   *
   * @param on from which day it counts
   * @param actor who did it
   * @throws io.duly.ledger.AllocationRefused where something of it was paid meanwhile
   */
  public void allocate(DSLContext tx, ReceiptId receipt, Spread spread, LocalDate on, String actor) {
    var source = new Allocation.FromReceipt(receipt);
    var principal = new ArrayList<Allocation>();
    var charges = new ArrayList<ChargeAllocation>();
    for (var part : spread.parts()) {
      var id = new PostingId(ids.next());
      var why = Optional.of(part.why());
      switch (part.target()) {
        case Spread.Principal of -> principal.add(new Allocation(id, of.invoice(), source, part.amount(), on, actor, why));
        case Spread.OfCharge of -> charges.add(new ChargeAllocation(id, of.charge(), source, part.amount(), on, actor, why));
      }
    }
    if (!principal.isEmpty()) {
      ledger.allocate(tx, principal);
    }
    if (!charges.isEmpty()) {
      book.allocate(tx, charges);
    }
  }

  /**
   * Lets a charge go, or a part of it.
   *
   * @param amount above zero and at most what is open; empty for all of that
   * @throws CannotRecord where there is no such charge, or nothing of it is open
   */
  public Money waive(DSLContext tx, ChargeId id, Optional<Money> amount, String why, Recorded by) {
    var line = line(tx, id, why, by);
    var waived = amount.orElse(line.open());
    if (!waived.currency().equals(line.open().currency()) || !waived.isPositive() || waived.compareTo(line.open()) > 0) {
      throw new CannotRecord("Of this charge " + line.open() + " is open; what is waived lies between zero and that.");
    }
    book.allocate(
        tx,
        List.of(
            new ChargeAllocation(
                new PostingId(ids.next()), id, new Allocation.WriteOff(), waived, by.on(), by.actor(), Optional.of(why))));
    tell(tx, line, "charge-waived", "Waived " + waived + " of the " + what(line) + ": " + why, waived, why, by);
    return waived;
  }

  /**
   * Takes back a charge that was wrong. If the rules still give it, the next posting asks for it again: to let it go is to
   * waive it.
   *
   * @throws CannotRecord where there is no such charge, or something of it is paid or waived
   */
  public void cancel(DSLContext tx, ChargeId id, String why, Recorded by) {
    var line = line(tx, id, why, by);
    if (!line.stands() || !line.paid().isZero() || !line.waived().isZero()) {
      throw new CannotRecord("Only a charge that stands and of which nothing is paid or waived can be cancelled.");
    }
    book.cancel(tx, List.of(new Cancellation(new PostingId(ids.next()), id, by.on(), by.actor(), why)));
    var amount = line.charge().amount();
    tell(tx, line, "charge-cancelled", "Took back the " + what(line) + ": " + why, amount, why, by);
  }

  /**
   * Takes back every charge on an invoice that was never owed; what was paid or waived on them is reversed first. The money
   * is for the caller to set against something else.
   */
  public TakenBack takeBack(DSLContext tx, CaseHead head, InvoiceId invoice, String why, Recorded by) {
    return notOwed.takeBack(tx, head.debtor(), invoice, head.currency(), why, by);
  }

  /**
   * Brings what is posted on an invoice down to what the rules give since it was credited; nothing else is posted.
   *
   * @return how much less is charged than before; empty where the invoice never had a case, and so no charges
   */
  public Optional<Money> correct(DSLContext tx, InvoiceId invoice, Recorded by) {
    return cases.latestOf(tx, invoice).map(head -> correct(tx, head, invoice, by));
  }

  private Money correct(DSLContext tx, CaseHead head, InvoiceId invoice, Recorded by) {
    var standing =
        book.of(tx, List.of(head.debtor()), by.on()).stream()
            .filter(line -> line.charge().invoice().equals(invoice) && line.stands())
            .toList();
    var last = standing.stream().map(line -> line.charge().to()).max(Comparator.naturalOrder());
    if (last.isEmpty()) {
      return Money.zero(head.currency());
    }
    var to = last.get().isAfter(by.on()) ? by.on() : last.get();
    var wrong =
        due(tx, List.of(head.debtor()), by.on(), to).stream()
            .filter(one -> one.invoice().equals(invoice))
            .map(Chargeable::onlyWrong)
            .toList();
    var posted = posting.post(tx, wrong, by.on(), by.actor());
    if (!posted.isNothing()) {
      write(tx, head, wrong, posted, by);
    }
    return wrong.stream().map(Chargeable::rest).reduce(Money.zero(head.currency()), Money::plus).negated();
  }

  /**
   * Keeps what was done to recover an invoice, so that costs can follow from it; the journal of its case says so.
   *
   * @throws CannotRecord where nothing proves it, or it lies in the future
   */
  public void keep(DSLContext tx, RecoveryEvidence evidence, Recorded by) {
    if (evidence.on().isAfter(by.on())) {
      throw new CannotRecord("That lies in the future: " + evidence.on() + " is after " + by.on() + ".");
    }
    book.keep(tx, List.of(evidence));
    var kind = evidence.kind().name().toLowerCase(Locale.ROOT);
    var much = evidence.amount().map(sum -> " of " + sum).orElse("");
    var said = "Evidence of recovery (" + kind + much + ", " + evidence.on() + "): " + evidence.evidence();
    var facts = Map.of("evidence", evidence.id().toString(), "invoice", evidence.invoice().toString(), "kind", kind);
    cases.latestOf(tx, evidence.invoice())
        .ifPresent(head -> cases.write(tx, List.of(head), "recovery-evidence", said, facts, by));
  }

  private ChargeLine line(DSLContext tx, ChargeId id, String why, Recorded by) {
    if (why.isBlank()) {
      throw new CannotRecord("Say why: the journal keeps it.");
    }
    return book.charge(tx, id, by.on())
        .orElseThrow(() -> new CannotRecord("There is no charge " + id + "; ./duly charges show CASE lists those of a case."));
  }

  private static String what(ChargeLine line) {
    return ChargeEntry.words(line.charge().kind()) + " of " + line.charge().amount() + " on invoice " + line.invoiceNumber();
  }

  private void tell(DSLContext tx, ChargeLine line, String kind, String said, Money amount, String why, Recorded by) {
    cases.latestOf(tx, line.charge().invoice())
        .ifPresent(head -> cases.write(tx, List.of(head), kind, said, ChargeEntry.facts(line, amount, why), by));
  }
}
