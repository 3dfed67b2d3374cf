package io.duly.intake.stage;

import java.util.Arrays;
import java.util.stream.Stream;

/** The temporary tables that rows go into, by what they are. */
public enum StagedTable {
  INVOICES(
      Parts.DEBTOR,
      "id uuid", "number text", "credit boolean", "currency text", "gross bigint", "tax bigint", "open bigint", "issued_on date",
      "delivered_on date", "due_on date", "order_number text", "payment_reference text", "terms text", "settled_on date",
      "disputed boolean", "dispute_why text", "receipt_id uuid", "posting_id uuid", "dispute_id uuid"),
  CREDIT_NOTES(
      Parts.DEBTOR,
      "id uuid", "number text", "currency text", "amount bigint", "issued_on date", "why text", "invoice_number text", "posting_id uuid"),
  RECEIPTS(
      Parts.DEBTOR,
      "id uuid", "source_key text", "currency text", "amount bigint", "received_on date", "reference text", "payer text",
      "invoice_number text", "posting_id uuid"),
  DEBTORS(Parts.DEBTOR);

  private final String[] columns;

  StagedTable(String[] debtor, String... others) {
    columns = Stream.of(debtor, others).flatMap(Arrays::stream).toArray(String[]::new);
  }

  String definition() {
    return String.join(", ", columns);
  }

  String[] columns() {
    return Arrays.stream(columns).map(column -> column.substring(0, column.indexOf(' '))).toArray(String[]::new);
  }

  private static final class Parts {
    static final String[] DEBTOR = {
      "line bigint", "creditor_id uuid", "debtor_number text", "name text", "street text", "postal_code text", "city text",
      "region text", "country text", "language text", "email text", "phone text", "kind text", "segment text"
    };
  }
}
