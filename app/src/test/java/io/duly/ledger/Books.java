package io.duly.ledger;

import io.duly.kernel.CreditNoteId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Allocation.FromCreditNote;
import io.duly.ledger.Allocation.FromReceipt;
import io.duly.ledger.Allocation.Source;
import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/** One creditor with one debtor, and short words for what happens between them. */
final class Books {
  static final LocalDate START = LocalDate.of(2026, 1, 1);

  final Ledger ledger = new Ledger();
  final DSLContext tx;
  final CreditorId creditor = new CreditorId(UUID.randomUUID());
  final DebtorId debtor = new DebtorId(UUID.randomUUID());
  private int numbers;

  Books(Connection connection) {
    tx = DSL.using(connection, SQLDialect.POSTGRES);
    tx.execute("insert into parties.creditor (id, name) values (?, ?)", creditor.value(), "Creditor " + creditor);
    tx.execute(
        "insert into parties.debtor (id, creditor_id, external_id, name) values (?, ?, 'D1', 'Debtor')",
        debtor.value(), creditor.value());
  }

  static LocalDate day(int day) {
    return START.plusDays(day);
  }

  InvoiceId invoice(Money gross, int day) {
    var id = new InvoiceId(UUID.randomUUID());
    ledger.record(tx, List.of(Invoice.of(id, creditor, debtor, "INV-" + ++numbers, gross, day(day), day(day + 30))));
    return id;
  }

  ReceiptId receipt(Money amount, int day) {
    var id = new ReceiptId(UUID.randomUUID());
    ledger.receive(tx, List.of(Receipt.of(id, creditor, debtor, amount, day(day), Receipt.Kind.MANUAL)));
    return id;
  }

  CreditNoteId creditNote(Money amount, int day) {
    var id = new CreditNoteId(UUID.randomUUID());
    ledger.credit(
        tx, List.of(new CreditNote(id, creditor, debtor, "CN-" + ++numbers, amount, day(day), Optional.empty())));
    return id;
  }

  PostingId allocate(ReceiptId receipt, InvoiceId invoice, Money amount, int day) {
    return allocate(new FromReceipt(receipt), invoice, amount, day);
  }

  PostingId allocate(CreditNoteId note, InvoiceId invoice, Money amount, int day) {
    return allocate(new FromCreditNote(note), invoice, amount, day);
  }

  PostingId allocate(Source source, InvoiceId invoice, Money amount, int day) {
    var id = new PostingId(UUID.randomUUID());
    ledger.allocate(tx, List.of(new Allocation(id, invoice, source, amount, day(day), "duly", Optional.of("test"))));
    return id;
  }

  void reverse(PostingId posting, int day) {
    ledger.reverse(tx, List.of(new Reversal(new PostingId(UUID.randomUUID()), posting, day(day), "duly", "a mistake")));
  }
}
