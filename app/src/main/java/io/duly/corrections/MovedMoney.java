package io.duly.corrections;

import io.duly.charging.TakenBack;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.cases.Recorded;
import io.duly.ledger.Allocation;
import io.duly.ledger.Allocation.FromReceipt;
import io.duly.ledger.Candidate;
import io.duly.ledger.Ledger;
import io.duly.ledger.Reversal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Money that was set against what was not owed: it is freed, set against what is owed, and what is left stays to be seen. */
@Component
final class MovedMoney {
  private static final String STANDING =
      """
      select p.id, p.kind, p.receipt_id, p.currency, p.amount, p.effective_on from ledger.posting p
       where p.invoice_id = ? and p.reverses_id is null and p.kind in ('receipt', 'write_off')
         and not exists (select from ledger.posting u where u.reverses_id = p.id)
       order by p.effective_on desc, p.id desc
      """;

  private final Ledger ledger;
  private final IdSource ids;

  MovedMoney(Ledger ledger, IdSource ids) {
    this.ledger = ledger;
    this.ids = ids;
  }

  /** A part of a receipt that is free again, from a day on. */
  record Freed(ReceiptId receipt, Money amount, LocalDate from) {
    static Freed of(TakenBack.Money money) {
      return new Freed(money.receipt(), money.amount(), money.from());
    }
  }

  private record Standing(UUID id, Optional<UUID> receipt, Money amount, LocalDate on) {}

  /** Reverses whole allocations and write-offs, the latest first, until that much more is open on the invoice. */
  List<Freed> free(DSLContext tx, WrongInvoice invoice, Money much, String why, Recorded by) {
    var reversals = new ArrayList<Reversal>();
    var freed = new ArrayList<Freed>();
    var missing = much;
    for (var one : standing(tx, invoice)) {
      if (!missing.isPositive()) {
        break;
      }
      var on = invoice.from(by.on());
      reversals.add(new Reversal(new PostingId(ids.next()), new PostingId(one.id()), on, by.actor(), why));
      one.receipt().map(receipt -> new Freed(new ReceiptId(receipt), one.amount(), on)).ifPresent(freed::add);
      missing = missing.minus(one.amount());
    }
    if (!reversals.isEmpty()) {
      ledger.reverse(tx, reversals);
    }
    return freed.reversed();
  }

  private static List<Standing> standing(DSLContext tx, WrongInvoice invoice) {
    return tx.fetch(STANDING, invoice.id().value())
        .map(
            row ->
                new Standing(
                    row.get("id", UUID.class),
                    Optional.ofNullable(row.get("receipt_id", UUID.class)),
                    Money.ofMinor(row.get("amount", Long.class), row.get("currency", String.class)),
                    row.get("effective_on", LocalDate.class)));
  }

  /** Sets what was freed against an invoice, as far as it is open; answers how much. What is left waits, and is known as the debtor's. */
  Money allocate(DSLContext tx, List<Freed> freed, InvoiceId to, String why, Recorded by) {
    var target = WrongInvoice.of(tx, to);
    var open = target.open();
    var parts = new ArrayList<Allocation>();
    var left = new ArrayList<Candidate>();
    for (var one : freed) {
      var part = one.amount().min(open);
      if (part.isPositive()) {
        var on = target.from(one.from().isAfter(by.on()) ? one.from() : by.on());
        parts.add(new Allocation(new PostingId(ids.next()), to, new FromReceipt(one.receipt()), part, on, by.actor(), Optional.of(why)));
        open = open.minus(part);
      }
      if (part.compareTo(one.amount()) < 0) {
        left.add(new Candidate(one.receipt(), target.debtor(), target.creditor(), why));
      }
    }
    if (!parts.isEmpty()) {
      ledger.allocate(tx, parts);
    }
    if (!left.isEmpty()) {
      ledger.suspect(tx, left);
    }
    return target.open().minus(open);
  }
}
