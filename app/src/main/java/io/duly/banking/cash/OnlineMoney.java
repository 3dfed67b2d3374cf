package io.duly.banking.cash;

import io.duly.cases.MoneyTasks;
import io.duly.cases.Recorded;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Ledger;
import io.duly.ledger.MoneyReturned;
import io.duly.ledger.Receipt;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Money that a provider of payments took for the creditor. It is theirs from then on and is allocated at once; it comes to the bank
 * later, in a {@linkplain Payouts payout}. Works in the caller's transaction, alone with the creditor's money.
 */
@Component
public final class OnlineMoney {
  /** What is contested of an invoice is not paid by who does not name it. */
  private static final String OPEN =
      """
      select i.id, i.gross - coalesce((select sum(p.amount) from ledger.posting p where p.invoice_id = i.id), 0)::bigint
             - coalesce((select sum(d.amount) from cases.dispute d where d.invoice_id = i.id and d.closed_on is null), 0)::bigint as open
        from unnest(?::uuid[]) with ordinality as w (id, nth) join ledger.invoice i on i.id = w.id
       where i.debtor_id = ? and i.currency = ? order by w.nth
      """;

  private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

  private final Allocating allocating;
  private final ToCharges toCharges;
  private final Undoing undoing;
  private final Ledger ledger;
  private final MoneyTasks tasks;
  private final IdSource ids;

  OnlineMoney(Allocating allocating, ToCharges toCharges, Undoing undoing, Ledger ledger, MoneyTasks tasks, IdSource ids) {
    this.allocating = allocating;
    this.toCharges = toCharges;
    this.undoing = undoing;
    this.ledger = ledger;
    this.tasks = tasks;
    this.ids = ids;
  }

  /**
   * A payment.
   *
   * @param on when it was made, not after the business date
   * @param key the provider's own of it, for it is taken in once
   * @param invoices what it is for, in the order in which it goes to them; the rest goes to the debtor's charges, and what is left waits with them
   */
  public record Paid(ReceiptId receipt, CreditorId creditor, DebtorId debtor, Money amount, LocalDate on, String key, List<InvoiceId> invoices) {
    public Paid {
      invoices = List.copyOf(invoices);
    }
  }

  /** Nobody else of the application touches the creditor's money until the transaction ends. */
  public void alone(DSLContext tx, CreditorId creditor) {
    Matchmaking.alone(tx, creditor);
  }

  /** @throws io.duly.ledger.AlreadyRecorded where it was taken in before */
  public void receive(DSLContext tx, Paid paid, Recorded by) {
    ledger.receive(tx, List.of(new Receipt(
        paid.receipt(), paid.creditor(), Optional.of(paid.debtor()), paid.amount(), paid.on(), Receipt.Kind.PROVIDER, Optional.empty(), Optional.empty(), Optional.of(paid.key()))));
    spread(tx, paid, paid.amount(), "paid online", by);
    tasks.end(tx, "the money is allocated", by);
  }

  /**
   * Takes a part of it back, or all. What it was allocated to is open again; the rest of it is allocated anew.
   *
   * @param amount above zero, at most what is left of it
   * @param key the provider's own of what went back
   */
  public void takeBack(DSLContext tx, Paid paid, Money amount, String key, String why, Recorded by) {
    var receipt = paid.receipt().value();
    Undoing.standing(tx, receipt).forEach(posting -> undoing.reverse(tx, posting, Undoing.day(tx, posting, by.on()), why, by));
    undoing.freeCharges(tx, receipt, by.on(), why, by);
    ledger.clear(tx, List.of(paid.receipt()));
    ledger.takeBack(tx, List.of(new MoneyReturned(ids.next(), paid.receipt(), amount, lastMoved(tx, receipt, by.on()), key, by.actor(), why)));
    var left = ledger.left(tx, paid.receipt(), LAST_DAY).orElseThrow();
    if (left.isPositive()) {
      spread(tx, paid, left, "what is left of what was paid online", by);
    }
    tasks.end(tx, "the money is allocated or went back", by);
  }

  private static LocalDate lastMoved(DSLContext tx, UUID receipt, LocalDate today) {
    return tx.fetchSingle("select greatest(?::date, r.received_on, (select max(u.effective_on) from ledger.used u where u.receipt_id = r.id)) from ledger.receipt r where r.id = ?", today, receipt)
        .get(0, LocalDate.class);
  }

  private void spread(DSLContext tx, Paid paid, Money amount, String why, Recorded by) {
    tx.execute("create temp table cash_part (posting_id uuid, entry_id uuid, receipt_id uuid, invoice_id uuid, amount bigint, why text) on commit drop");
    tx.execute("create temp table cash_less (id uuid, allocation_id uuid, amount bigint, reason text) on commit drop");
    tx.execute("create temp table cash_candidate (receipt_id uuid, debtor_id uuid, why text) on commit drop");
    long left = amount.minor();
    for (var row : open(tx, paid)) {
      long part = Math.min(left, row.get("open", Long.class));
      if (part > 0) {
        tx.execute("insert into cash_part values (?, null, ?, ?, ?, ?)", ids.next(), paid.receipt().value(), row.get("id", UUID.class), part, why);
        left -= part;
      }
    }
    allocating.apply(tx, by);
    tx.execute("drop table cash_part, cash_less, cash_candidate");
    if (left > 0) {
      toCharges.rest(tx, paid.receipt(), paid.debtor(), new Money(left, amount.currency()), paid.on(), by);
    }
  }

  private static List<Record> open(DSLContext tx, Paid paid) {
    var invoices = paid.invoices().stream().map(InvoiceId::value).toArray(UUID[]::new);
    return List.copyOf(tx.fetch(OPEN, invoices, paid.debtor().value(), paid.amount().currency().getCurrencyCode()));
  }
}
