package io.duly.ledger;

import io.duly.kernel.ReceiptId;
import java.lang.reflect.Array;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/** Writes invoices, receipts and credit notes: a list is one statement, its columns sent as arrays. */
final class Documents {
  void record(DSLContext tx, List<Invoice> invoices) {
    tx.execute(
        """
        insert into ledger.invoice (id, creditor_id, debtor_id, number, currency, gross, tax, issued_on, delivered_on,
            due_on, order_number, payment_reference, terms_version)
        select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::bigint[], ?::date[],
            ?::date[], ?::date[], ?::text[], ?::text[], ?::text[])
        """,
        column(invoices, UUID.class, invoice -> invoice.id().value()),
        column(invoices, UUID.class, invoice -> invoice.creditor().value()),
        column(invoices, UUID.class, invoice -> invoice.debtor().value()),
        column(invoices, String.class, Invoice::number),
        column(invoices, String.class, invoice -> invoice.gross().currency().getCurrencyCode()),
        column(invoices, Long.class, invoice -> invoice.gross().minor()),
        column(invoices, Long.class, invoice -> invoice.tax().map(tax -> tax.minor()).orElse(null)),
        column(invoices, LocalDate.class, Invoice::issuedOn),
        column(invoices, LocalDate.class, invoice -> invoice.deliveredOn().orElse(null)),
        column(invoices, LocalDate.class, Invoice::dueOn),
        column(invoices, String.class, invoice -> invoice.orderNumber().orElse(null)),
        column(invoices, String.class, invoice -> invoice.paymentReference().orElse(null)),
        column(invoices, String.class, invoice -> invoice.termsVersion().orElse(null)));
  }

  void record(DSLContext tx, Invoice invoice, byte[] original) {
    tx.execute(
        """
        insert into ledger.invoice (id, creditor_id, debtor_id, number, currency, gross, tax, issued_on, delivered_on,
            due_on, order_number, payment_reference, terms_version, document)
        values (?, ?, ?, ?, ?, ?, ?::bigint, ?::date, ?::date, ?::date, ?::text, ?::text, ?::text, ?::bytea)
        """,
        invoice.id().value(), invoice.creditor().value(), invoice.debtor().value(), invoice.number(), invoice.gross().currency().getCurrencyCode(),
        invoice.gross().minor(), invoice.tax().map(tax -> tax.minor()).orElse(null), invoice.issuedOn(), invoice.deliveredOn().orElse(null), invoice.dueOn(),
        invoice.orderNumber().orElse(null), invoice.paymentReference().orElse(null), invoice.termsVersion().orElse(null), original);
  }

  void receive(DSLContext tx, List<Receipt> receipts) {
    tx.execute(
        """
        insert into ledger.receipt (id, creditor_id, debtor_id, currency, amount, received_on, kind, reference, payer,
            source_key)
        select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::date[], ?::text[], ?::text[],
            ?::text[], ?::text[])
        """,
        column(receipts, UUID.class, receipt -> receipt.id().value()),
        column(receipts, UUID.class, receipt -> receipt.creditor().value()),
        column(receipts, UUID.class, receipt -> receipt.debtor().map(debtor -> debtor.value()).orElse(null)),
        column(receipts, String.class, receipt -> receipt.amount().currency().getCurrencyCode()),
        column(receipts, Long.class, receipt -> receipt.amount().minor()),
        column(receipts, LocalDate.class, Receipt::receivedOn),
        column(receipts, String.class, receipt -> receipt.kind().word()),
        column(receipts, String.class, receipt -> receipt.reference().orElse(null)),
        column(receipts, String.class, receipt -> receipt.payer().orElse(null)),
        column(receipts, String.class, receipt -> receipt.sourceKey().orElse(null)));
  }

  void suspect(DSLContext tx, List<Candidate> candidates) {
    tx.execute(
        """
        insert into ledger.receipt_candidate (receipt_id, debtor_id, creditor_id, why)
        select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[]) on conflict do nothing
        """,
        column(candidates, UUID.class, one -> one.receipt().value()),
        column(candidates, UUID.class, one -> one.debtor().value()),
        column(candidates, UUID.class, one -> one.creditor().value()),
        column(candidates, String.class, Candidate::why));
  }

  void clear(DSLContext tx, List<ReceiptId> receipts) {
    tx.execute("delete from ledger.receipt_candidate where receipt_id = any (?::uuid[])", column(receipts, UUID.class, ReceiptId::value));
  }

  void takeBack(DSLContext tx, List<MoneyReturned> returns) {
    tx.execute(
        """
        insert into ledger.receipt_return (id, creditor_id, receipt_id, currency, amount, effective_on, source_key, actor, why)
        select n.id, r.creditor_id, r.id, n.currency, n.amount, n.effective_on, n.source_key, n.actor, n.why
          from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::date[], ?::text[], ?::text[], ?::text[])
            n (id, receipt_id, currency, amount, effective_on, source_key, actor, why)
          join ledger.receipt r on r.id = n.receipt_id
        """,
        column(returns, UUID.class, MoneyReturned::id),
        column(returns, UUID.class, one -> one.receipt().value()),
        column(returns, String.class, one -> one.amount().currency().getCurrencyCode()),
        column(returns, Long.class, one -> one.amount().minor()),
        column(returns, LocalDate.class, MoneyReturned::effectiveOn),
        column(returns, String.class, MoneyReturned::sourceKey),
        column(returns, String.class, MoneyReturned::actor),
        column(returns, String.class, MoneyReturned::why));
  }

  void credit(DSLContext tx, List<CreditNote> notes) {
    tx.execute(
        """
        insert into ledger.credit_note (id, creditor_id, debtor_id, number, currency, amount, issued_on, why)
        select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::text[], ?::text[], ?::bigint[], ?::date[], ?::text[])
        """,
        column(notes, UUID.class, note -> note.id().value()),
        column(notes, UUID.class, note -> note.creditor().value()),
        column(notes, UUID.class, note -> note.debtor().value()),
        column(notes, String.class, CreditNote::number),
        column(notes, String.class, note -> note.amount().currency().getCurrencyCode()),
        column(notes, Long.class, note -> note.amount().minor()),
        column(notes, LocalDate.class, CreditNote::issuedOn),
        column(notes, String.class, note -> note.why().orElse(null)));
  }

  /** One column of the rows as an array, which the driver sends as one parameter. */
  static <R, V> Object column(List<R> rows, Class<V> type, Function<R, @Nullable V> value) {
    var column = Array.newInstance(type, rows.size());
    for (int row = 0; row < rows.size(); row++) {
      Array.set(column, row, value.apply(rows.get(row)));
    }
    return column;
  }
}
