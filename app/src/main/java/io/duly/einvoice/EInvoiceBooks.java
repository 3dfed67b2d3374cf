package io.duly.einvoice;

import io.duly.einvoice.Entry.Booked;
import io.duly.einvoice.Entry.Outcome;
import io.duly.einvoice.model.DocumentType;
import io.duly.einvoice.model.Problem;
import io.duly.einvoice.model.References.Preceding;
import io.duly.kernel.CreditNoteId;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import io.duly.ledger.CreditNote;
import io.duly.ledger.Invoice;
import io.duly.ledger.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Takes a claim into the ledger: once, whatever it is sent in and however often. */
@Component
final class EInvoiceBooks {
  private final DebtorOf debtors;
  private final Ledger ledger;
  private final Settling settling;
  private final DocumentRecord documents;
  private final Lookalikes lookalikes;
  private final IdSource ids;

  EInvoiceBooks(DebtorOf debtors, Ledger ledger, Settling settling, DocumentRecord documents, Lookalikes lookalikes, IdSource ids) {
    this.debtors = debtors;
    this.ledger = ledger;
    this.settling = settling;
    this.documents = documents;
    this.lookalikes = lookalikes;
    this.ids = ids;
  }

  Outcome enter(Entry entry) {
    var claim = entry.claim();
    var name = claim.number();
    var earlier = Earlier.of(entry.tx(), entry.creditor().id(), claim.credit(), name);
    if (earlier.filter(one -> one.ofAnotherSeller(entry.seller())).isPresent()) {
      name = claim.number() + " (" + entry.seller() + ")";
      earlier = Earlier.of(entry.tx(), entry.creditor().id(), claim.credit(), name);
    }
    return earlier.isPresent() ? known(entry, earlier.get()) : fresh(entry, name);
  }

  private Outcome known(Entry entry, Earlier earlier) {
    var claim = entry.claim();
    if (!earlier.same(claim)) {
      return new Outcome.SetAside(Problem.told("number-taken",
          "Number " + claim.number() + " was taken in before as " + earlier.amount() + " of " + earlier.issuedOn() + "; this document of " + claim.total() + " of "
              + claim.issuedOn() + " says something else. What was recorded is never changed: correct it with a credit note, or give this one its own number."));
    }
    var invoice = claim.credit() ? Optional.<UUID>empty() : Optional.of(earlier.ledger());
    if (earlier.document().isPresent()) {
      return new Outcome.Known(invoice, false, List.of());
    }
    debtors.remember(entry.tx(), entry.creditor().id(), earlier.debtor(), claim.invoice().buyer());
    documents.keep(entry, new Booked(earlier.ledger(), earlier.debtor()));
    return new Outcome.Known(invoice, true, List.of(Problem.told("original-added", claim.number() + " was known from a list; its original is in the archive now.")));
  }

  private Outcome fresh(Entry entry, String number) {
    var debtor = debtors.of(entry.tx(), entry.creditor().id(), entry.claim().invoice());
    var booked = new Booked(ids.next(), debtor);
    var notes = new ArrayList<>(entry.claim().credit() ? credit(entry, number, booked) : invoice(entry, number, booked));
    if (!number.equals(entry.claim().number())) {
      notes.add(Problem.told("number-of-another", "Another seller's invoice has the number " + entry.claim().number() + " already; this one is called " + number + "."));
    }
    return new Outcome.Taken(entry.claim().credit() ? Optional.empty() : Optional.of(booked.ledger()), notes);
  }

  private List<Problem> invoice(Entry entry, String number, Booked booked) {
    var claim = entry.claim();
    var notes = new ArrayList<Problem>();
    var total = settling.invoicedApart(entry) ? claim.payable() : claim.total();
    ledger.record(
        entry.tx(),
        new Invoice(
            new InvoiceId(booked.ledger()), entry.creditor().id(), booked.debtor(), number, total, claim.tax().filter(tax -> tax.compareTo(total) <= 0), claim.issuedOn(),
            claim.invoice().deliveredOn(), entry.due().day(), claim.invoice().references().order().or(() -> claim.invoice().references().buyerReference()),
            claim.invoice().payment().reference(), Optional.empty()),
        entry.original().bytes());
    documents.keep(entry, booked);
    notes.addAll(settling.prepaid(entry, booked));
    notes.addAll(settling.credits(entry, booked, number));
    notes.addAll(corrects(entry));
    notes.addAll(lookalikes.find(entry, booked));
    return notes;
  }

  private static List<Problem> corrects(Entry entry) {
    var preceding = entry.claim().invoice().references().preceding().stream().map(Preceding::number).toList();
    if (entry.claim().invoice().type() != DocumentType.CORRECTION) {
      return List.of();
    }
    return List.of(preceding.isEmpty()
        ? Problem.told("correction", "It is a correction, but does not say of which invoice. Find out, and credit the one it replaces.")
        : Problem.told("correction", "It corrects " + String.join(", ", preceding) + ". If it replaces that invoice, credit that one: otherwise both are asked for."));
  }

  private List<Problem> credit(Entry entry, String number, Booked booked) {
    var claim = entry.claim();
    var preceding = claim.invoice().references().preceding().stream().map(Preceding::number).toList();
    ledger.credit(
        entry.tx(),
        List.of(new CreditNote(
            new CreditNoteId(booked.ledger()), entry.creditor().id(), booked.debtor(), number, claim.payable(), claim.issuedOn(),
            preceding.isEmpty() ? Optional.empty() : Optional.of("reduces " + String.join(", ", preceding)))));
    documents.keep(entry, booked);
    return settling.credit(entry, booked, preceding);
  }
}
