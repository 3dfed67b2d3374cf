package io.duly.demo;

import io.duly.demo.DemoInvoice.Payment;
import io.duly.demo.World.Billed;
import io.duly.demo.World.Debtor;
import io.duly.kernel.CreditNoteId;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Allocation;
import io.duly.ledger.Candidate;
import io.duly.ledger.CreditNote;
import io.duly.ledger.Invoice;
import io.duly.ledger.Ledger;
import io.duly.ledger.Receipt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Brings invoices, money and credit notes of a period into the ledger, as the post and the bank would. */
@Component
final class Deliveries {
  private static final String FILE = "file:demo";

  private final Ledger ledger;
  private final IdSource ids;

  Deliveries(Ledger ledger, IdSource ids) {
    this.ledger = ledger;
    this.ids = ids;
  }

  /** What comes after one day and by another. */
  private record Period(LocalDate after, LocalDate by) {
    boolean has(LocalDate day) {
      return day.isAfter(after) && !day.isAfter(by);
    }
  }

  /** Money of one debtor on one day; what nobody has recognised comes apart from the rest, some of it without a clear name. */
  private record Transfer(Debtor debtor, LocalDate on, boolean recognised) {}

  private record Share(Billed billed, Payment payment) {}

  /** Delivers what comes after a day and by another, in a few statements. */
  void deliver(DSLContext tx, World world, LocalDate after, LocalDate by) {
    var period = new Period(after, by);
    ledger.record(
        tx, world.billed().filter(one -> period.has(one.invoice().issuedOn())).map(one -> invoice(world, one)).toList());
    deliverMoney(tx, world, period);
    deliverCredits(tx, world, period);
  }

  private Invoice invoice(World world, Billed billed) {
    var made = billed.invoice();
    return new Invoice(
        world.invoice(billed, ids),
        billed.debtor().creditor(),
        billed.debtor().id(),
        made.number(),
        made.gross(),
        Optional.of(made.tax()),
        made.issuedOn(),
        made.deliveredOn(),
        made.dueOn(),
        made.orderNumber(),
        Optional.empty(),
        Optional.empty());
  }

  private void deliverMoney(DSLContext tx, World world, Period period) {
    var transfers =
        world
            .billed()
            .flatMap(one -> one.invoice().payments().stream().map(payment -> new Share(one, payment)))
            .filter(share -> period.has(share.payment().on()))
            .collect(
                Collectors.groupingBy(
                    share -> new Transfer(share.billed().debtor(), share.payment().on(), share.payment().recognised()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    var receipts = new ArrayList<Receipt>();
    var allocations = new ArrayList<Allocation>();
    var candidates = new ArrayList<Candidate>();
    transfers.entrySet().stream()
        .sorted(Comparator.comparing(entry -> entry.getKey().on()))
        .forEach(
            entry -> {
              var receipt = receipt(entry.getKey(), entry.getValue());
              receipts.add(receipt);
              if (entry.getKey().recognised()) {
                entry.getValue().forEach(share -> allocations.add(allocation(world, receipt, share)));
              } else if (receipt.debtor().isEmpty()) {
                candidates.addAll(candidates(world, receipt, entry.getKey().debtor()));
              }
            });
    ledger.receive(tx, receipts);
    ledger.suspect(tx, candidates);
    ledger.allocate(tx, allocations);
  }

  /** Who it really was, and whoever else begins with the same word. */
  private static List<Candidate> candidates(World world, Receipt receipt, Debtor payer) {
    var word = firstWord(payer);
    return world
        .debtors()
        .filter(one -> one.creditor().equals(payer.creditor()) && firstWord(one).equals(word))
        .filter(one -> one.made().land().currency().equals(receipt.amount().currency()))
        .map(one -> new Candidate(receipt.id(), one.id(), one.creditor(), "the payer is named " + word + " like them"))
        .toList();
  }

  private static String firstWord(Debtor debtor) {
    return debtor.made().details().name().split(" ", 2)[0];
  }

  private Receipt receipt(Transfer transfer, List<Share> shares) {
    var sum = shares.stream().map(share -> share.payment().amount()).reduce(Money::plus).orElseThrow();
    var numbers = shares.stream().map(share -> share.billed().invoice().number()).collect(Collectors.joining(" "));
    boolean nameless = !transfer.recognised() && sum.minor() % 2 == 0;
    var payer = nameless ? firstWord(transfer.debtor()).toUpperCase(Locale.ROOT) : transfer.debtor().made().details().name();
    var reference = transfer.recognised() ? numbers : "payment " + transfer.on().getMonth();
    return new Receipt(
        new ReceiptId(ids.next()),
        transfer.debtor().creditor(),
        nameless ? Optional.empty() : Optional.of(transfer.debtor().id()),
        sum,
        transfer.on(),
        Receipt.Kind.BANK,
        Optional.of(reference),
        Optional.of(payer),
        Optional.of(transfer.on() + " " + transfer.debtor().made().number() + (transfer.recognised() ? "" : " ?")));
  }

  private Allocation allocation(World world, Receipt receipt, Share share) {
    return new Allocation(
        new PostingId(ids.next()),
        world.invoice(share.billed(), ids),
        new Allocation.FromReceipt(receipt.id()),
        share.payment().amount(),
        share.payment().on(),
        FILE,
        Optional.empty());
  }

  private void deliverCredits(DSLContext tx, World world, Period period) {
    var due =
        world
            .billed()
            .filter(one -> one.invoice().credit().filter(credit -> period.has(credit.on())).isPresent())
            .toList();
    var notes = new ArrayList<CreditNote>();
    var allocations = new ArrayList<Allocation>();
    for (var billed : due) {
      var credit = billed.invoice().credit().orElseThrow();
      var note = note(billed, credit.amount(), credit.on(), credit.why());
      notes.add(note);
      allocations.add(allocation(world, billed, note));
    }
    ledger.credit(tx, notes);
    ledger.allocate(tx, allocations);
  }

  /** Credits a part of one invoice. */
  void credit(DSLContext tx, World world, Billed billed, Money amount, LocalDate on, String why) {
    var note = note(billed, amount, on, why);
    ledger.credit(tx, List.of(note));
    ledger.allocate(tx, List.of(allocation(world, billed, note)));
  }

  private CreditNote note(Billed billed, Money amount, LocalDate on, String why) {
    return new CreditNote(
        new CreditNoteId(ids.next()),
        billed.debtor().creditor(),
        billed.debtor().id(),
        "CN-" + billed.invoice().number() + "-" + on,
        amount,
        on,
        Optional.of(why));
  }

  private Allocation allocation(World world, Billed billed, CreditNote note) {
    return new Allocation(
        new PostingId(ids.next()),
        world.invoice(billed, ids),
        new Allocation.FromCreditNote(note.id()),
        note.amount(),
        note.issuedOn(),
        FILE,
        Optional.empty());
  }
}
