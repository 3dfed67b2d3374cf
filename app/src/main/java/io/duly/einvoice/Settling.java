package io.duly.einvoice;

import io.duly.cases.CaseNews;
import io.duly.einvoice.Entry.Booked;
import io.duly.einvoice.model.Problem;
import io.duly.einvoice.model.References.Preceding;
import io.duly.kernel.CreditNoteId;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Allocation;
import io.duly.ledger.Allocation.FromCreditNote;
import io.duly.ledger.Allocation.FromReceipt;
import io.duly.ledger.Ledger;
import io.duly.ledger.Receipt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** What comes off an invoice with the documents themselves: money that was paid before, and credit notes that name it. */
@Component
final class Settling {
  private static final LocalDate EVER = LocalDate.of(9999, 12, 31);

  private final Ledger ledger;
  private final CaseNews news;
  private final IdSource ids;

  Settling(Ledger ledger, CaseNews news, IdSource ids) {
    this.ledger = ledger;
    this.news = news;
    this.ids = ids;
  }

  /** An invoice that a credit note can reduce, and the other way round. */
  private record Counterpart(UUID id, UUID debtor, String number, LocalDate issuedOn, String currency, boolean reversed) {
    static Counterpart of(Record row) {
      return new Counterpart(row.get("id", UUID.class), row.get("debtor_id", UUID.class), row.get("number", String.class), row.get("issued_on", LocalDate.class),
          row.get("currency", String.class), row.get("reversed", Boolean.class));
    }
  }

  /**
   * The prepayment was asked for with invoices of its own, which are known: it is paid there, and this invoice asks for the
   * rest alone. Otherwise the same money would come off twice.
   */
  boolean invoicedApart(Entry entry) {
    var prepaid = entry.claim().prepaid();
    if (prepaid.isZero() || entry.claim().payable().isZero()) {
      return false;
    }
    return !invoices(entry, entry.claim().invoice().references().preceding().stream().map(Preceding::number).toList()).isEmpty();
  }

  /** A prepayment that no known invoice asked for is money that arrived, as the invoice reports it. */
  List<Problem> prepaid(Entry entry, Booked booked) {
    var claim = entry.claim();
    if (claim.prepaid().isZero()) {
      return List.of();
    }
    if (invoicedApart(entry)) {
      return List.of(Problem.told("prepaid-apart", "Of " + claim.total() + ", " + claim.prepaid() + " were asked for with invoices of their own (" + String.join(", ",
          claim.invoice().references().preceding().stream().map(Preceding::number).toList()) + "); this one is taken in for the rest, " + claim.payable() + "."));
    }
    var receipt = new ReceiptId(ids.next());
    ledger.receive(
        entry.tx(),
        List.of(new Receipt(
            receipt, entry.creditor().id(), Optional.of(booked.debtor()), claim.prepaid(), claim.issuedOn(), Receipt.Kind.REPORTED, Optional.of(claim.number()),
            claim.invoice().buyer().called(), Optional.of("einvoice:" + booked.ledger()))));
    ledger.allocate(
        entry.tx(),
        List.of(new Allocation(new PostingId(ids.next()), new InvoiceId(booked.ledger()), new FromReceipt(receipt), claim.prepaid(), claim.issuedOn(), entry.by().actor(),
            Optional.of("prepaid, as the invoice says"))));
    return List.of(Problem.told("prepaid", "Of " + claim.total() + ", " + claim.prepaid() + " were prepaid, as the invoice says; " + claim.payable() + " is open."));
  }

  /** Sets a credit note against the invoices it names, as far as they are open; the rest waits for a person. */
  List<Problem> credit(Entry entry, Booked booked, List<String> named) {
    var notes = new ArrayList<Problem>();
    var found = invoices(entry, named);
    if (named.isEmpty()) {
      notes.add(Problem.told("credit-unallocated", "The credit note names no invoice; its amount waits to be allocated."));
    }
    named.stream().filter(number -> found.stream().noneMatch(one -> one.number().equals(number)))
        .map(number -> Problem.told("invoice-unknown", "The credit note names " + number + ", which is not known; its amount waits for that invoice or to be allocated."))
        .forEach(notes::add);
    found.forEach(invoice -> notes.addAll(offset(entry, invoice, new Counterpart(booked.ledger(), booked.debtor().value(), entry.claim().number(), entry.claim().issuedOn(),
        currency(entry), false))));
    return notes;
  }

  /** Credit notes that came before the invoice they name. */
  List<Problem> credits(Entry entry, Booked booked, String number) {
    var invoice = new Counterpart(booked.ledger(), booked.debtor().value(), number, entry.claim().issuedOn(), currency(entry), false);
    return entry.tx()
        .fetch(
            """
            select c.id, c.debtor_id, c.number, c.issued_on, c.currency, false as reversed
              from einvoice.e_invoice d join ledger.credit_note c on c.id = d.credit_note_id
             where d.creditor_id = ? and d.preceding @> array[?]::text[] and not c.used_up order by c.issued_on, c.number
            """,
            entry.creditor().id().value(), entry.claim().number())
        .map(Counterpart::of).stream().flatMap(credit -> offset(entry, invoice, credit).stream()).toList();
  }

  private static String currency(Entry entry) {
    return entry.claim().total().currency().getCurrencyCode();
  }

  private List<Counterpart> invoices(Entry entry, List<String> numbers) {
    return entry.tx()
        .fetch(
            """
            select i.id, i.debtor_id, coalesce(d.number, i.number) as number, i.issued_on, i.currency,
                exists (select from ledger.posting p where p.invoice_id = i.id and p.amount < 0) as reversed
              from ledger.invoice i left join einvoice.e_invoice d on d.invoice_id = i.id
             where i.id in (select id from ledger.invoice where creditor_id = ? and number = any (?)
                 union select invoice_id from einvoice.e_invoice where creditor_id = ? and number = any (?))
               and (d.seller is null or d.seller = ? or not exists (select from einvoice.e_invoice o
                 where o.creditor_id = i.creditor_id and o.number = d.number and o.seller = ? and o.invoice_id is not null))
             order by i.issued_on, i.number
            """,
            entry.creditor().id().value(), numbers.toArray(String[]::new), entry.creditor().id().value(), numbers.toArray(String[]::new),
            entry.seller(), entry.seller())
        .map(Counterpart::of);
  }

  private List<Problem> offset(Entry entry, Counterpart invoice, Counterpart credit) {
    if (!invoice.debtor().equals(credit.debtor()) || !invoice.currency().equals(credit.currency())) {
      return List.of(Problem.told("credit-of-another", "Credit note " + credit.number() + " names " + invoice.number() + ", which is another debtor's or in another currency; nothing was set off."));
    }
    if (invoice.reversed()) {
      return List.of(Problem.told("credit-unallocated", "On " + invoice.number() + " something was reversed before; a person has to say what the credit note " + credit.number() + " reduces."));
    }
    var amount = least(ledger.openBalance(entry.tx(), new InvoiceId(invoice.id()), EVER), ledger.left(entry.tx(), new CreditNoteId(credit.id()), EVER));
    if (amount.isEmpty()) {
      return List.of(Problem.told("credit-unallocated", "Nothing is open on " + invoice.number() + "; the credit note " + credit.number() + " waits: pay it back, or set it against another invoice."));
    }
    post(entry, invoice, credit, amount.get());
    return List.of(Problem.told("credit-allocated", amount.get() + " of credit note " + credit.number() + " were set against " + invoice.number() + "."));
  }

  private static Optional<Money> least(Optional<Money> open, Optional<Money> left) {
    return open.flatMap(one -> left.map(other -> one.compareTo(other) < 0 ? one : other)).filter(Money::isPositive);
  }

  private void post(Entry entry, Counterpart invoice, Counterpart credit, Money amount) {
    var from = invoice.issuedOn().isAfter(credit.issuedOn()) ? invoice.issuedOn() : credit.issuedOn();
    ledger.allocate(
        entry.tx(),
        List.of(new Allocation(new PostingId(ids.next()), new InvoiceId(invoice.id()), new FromCreditNote(new CreditNoteId(credit.id())), amount, from, entry.by().actor(),
            Optional.of("the credit note names the invoice"))));
    news.tell(
        entry.tx(), entry.by(),
        """
        select ?::uuid as debtor_id, ?::text as currency, 'credit-note' as kind, ?::bigint as amount, '{amount} set against invoice ' || ? as sentence,
            json_build_object('invoice', ?::text, 'since', ?::date)::text as facts
        """,
        invoice.debtor(), invoice.currency(), amount.minor(), invoice.number(), invoice.number(), from);
  }
}
