package io.duly.cycle;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Allocation;
import io.duly.ledger.Invoice;
import io.duly.ledger.Ledger;
import io.duly.ledger.Receipt;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** Invoices of a period and what was paid on them and when: debtors pay early, late, in parts, or never. Seeded. */
final class History {
  private static final List<Currency> CURRENCIES =
      List.of(Currency.getInstance("EUR"), Currency.getInstance("EUR"), Currency.getInstance("JPY"), Currency.getInstance("KWD"));

  private final Random random;
  private final CreditorId creditor;
  private final List<Invoice> invoices = new ArrayList<>();
  private final List<Receipt> receipts = new ArrayList<>();
  private final List<Allocation> allocations = new ArrayList<>();

  History(long seed, CreditorId creditor) {
    this.random = new Random(seed);
    this.creditor = creditor;
  }

  /** An invoice issued on one of so many days from the first, due within 45. */
  void invoice(DebtorId debtor, LocalDate first, int days) {
    var currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
    var issued = first.plusDays(random.nextInt(days));
    var gross = new Money(500 + random.nextInt(500_000), currency);
    var id = new InvoiceId(new UUID(random.nextLong(), random.nextLong()));
    var due = issued.plusDays(random.nextInt(45));
    invoices.add(Invoice.of(id, creditor, debtor, "H-" + invoices.size(), gross, issued, due));
    switch (random.nextInt(10)) {
      case 0, 1 -> {}
      case 2, 3 -> {
        long part = 1 + random.nextLong(gross.minor() - 1);
        pay(debtor, id, new Money(part, currency), due.plusDays(random.nextInt(60)));
        pay(debtor, id, new Money(gross.minor() - part, currency), due.plusDays(60 + random.nextInt(90)));
      }
      default -> pay(debtor, id, gross, issued.plusDays(random.nextInt(100)));
    }
  }

  void store(org.jooq.DSLContext sql) {
    var ledger = new Ledger();
    ledger.record(sql, invoices);
    ledger.receive(sql, receipts);
    ledger.allocate(sql, allocations);
  }

  private void pay(DebtorId debtor, InvoiceId invoice, Money amount, LocalDate on) {
    var receipt = new ReceiptId(new UUID(random.nextLong(), random.nextLong()));
    receipts.add(Receipt.of(receipt, creditor, debtor, amount, on, Receipt.Kind.BANK));
    allocations.add(
        new Allocation(
            new PostingId(new UUID(random.nextLong(), random.nextLong())), invoice,
            new Allocation.FromReceipt(receipt), amount, on, "duly", Optional.empty()));
  }
}
