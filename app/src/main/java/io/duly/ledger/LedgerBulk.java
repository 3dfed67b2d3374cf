package io.duly.ledger;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * Documents and allocations from what a query yields, when they are too many for a list: one statement, however many.
 * Each query is SQL of the caller's own (never text from outside) and names its columns as the method says; {@code
 * values} are bound to its question marks. Refusals are those of {@link Ledger}.
 */
@Component
public final class LedgerBulk {
  private static final String INVOICE =
      "id, creditor_id, debtor_id, number, currency, gross, tax, issued_on, delivered_on, due_on, order_number,"
          + " payment_reference, terms_version";
  private static final String RECEIPT =
      "id, creditor_id, debtor_id, currency, amount, received_on, kind, reference, payer, source_key";
  private static final String CREDIT_NOTE = "id, creditor_id, debtor_id, number, currency, amount, issued_on, why";
  private static final String POSTING =
      "id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, credit_note_id, amount, effective_on, actor, why";

  /** Columns: id, creditor_id, debtor_id, number, currency, gross, tax, issued_on, delivered_on, due_on, order_number,
   * payment_reference, terms_version. */
  public int record(DSLContext tx, String query, Object... values) {
    int recorded = insert(tx, "ledger.invoice", INVOICE, query, values);
    if (recorded > 0) {
      PaymentReferences.issueChosen(tx);
    }
    return recorded;
  }

  /** Columns: id, creditor_id, debtor_id, currency, amount, received_on, kind, reference, payer, source_key. */
  public int receive(DSLContext tx, String query, Object... values) {
    return insert(tx, "ledger.receipt", RECEIPT, query, values);
  }

  /** Columns: id, creditor_id, debtor_id, number, currency, amount, issued_on, why. */
  public int credit(DSLContext tx, String query, Object... values) {
    return insert(tx, "ledger.credit_note", CREDIT_NOTE, query, values);
  }

  /** Columns: id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, credit_note_id, amount, effective_on,
   * actor, why. */
  public int allocate(DSLContext tx, String query, Object... values) {
    return insert(tx, "ledger.posting", POSTING, query, values);
  }

  /** Columns: posting_id, allocation_id, reason ({@code discount}, {@code bank-charges}, {@code credit-note}): what goes with an
   * allocation of money and is taken back with it. Both are posted before. */
  public int accompany(DSLContext tx, String query, Object... values) {
    var sql = "insert into ledger.companion (posting_id, allocation_id, creditor_id, reason) select q.posting_id, q.allocation_id, p.creditor_id, q.reason from ("
        + query + ") q join ledger.posting p on p.id = q.posting_id";
    return Refusals.translated(() -> tx.execute(sql, values));
  }

  /** Columns: invoice_id, creditor_id, until, amount (minor units): discounts for early payment. */
  public int grant(DSLContext tx, String query, Object... values) {
    return insert(tx, "ledger.granted_discount", "invoice_id, creditor_id, until, amount", query, values);
  }

  /** Columns: receipt_id, debtor_id, creditor_id, why. Who is named for a receipt already stays named. */
  public int suspect(DSLContext tx, String query, Object... values) {
    return tx.execute("insert into ledger.receipt_candidate (receipt_id, debtor_id, creditor_id, why) select receipt_id, debtor_id, creditor_id, why from ("
        + query + ") q on conflict do nothing", values);
  }

  private static int insert(DSLContext tx, String table, String columns, String query, Object... values) {
    var sql = "insert into " + table + " (" + columns + ") select " + columns + " from (" + query + ") q";
    return Refusals.translated(() -> tx.execute(sql, values));
  }
}
