package io.duly.intake.stage;

import java.util.Arrays;

/** The temporary tables that rows go into, by what they are. */
public enum StagedTable {
  INVOICES(
      "id uuid, number text, credit boolean, currency text, gross bigint, tax bigint, open bigint, issued_on date,"
          + " delivered_on date, due_on date, order_number text, payment_reference text, terms text, settled_on date,"
          + " disputed boolean, dispute_why text, corrects text, receipt_id uuid, posting_id uuid, dispute_id uuid,"
          + " discount_until date, discount bigint"),
  CREDIT_NOTES(
      "id uuid, number text, currency text, amount bigint, issued_on date, why text, invoice_number text, posting_id uuid"),
  RECEIPTS(
      "id uuid, source_key text, currency text, amount bigint, received_on date, reference text, payer text,"
          + " invoice_number text, posting_id uuid"),
  DEBTORS("");

  private static final String DEBTOR =
      "line bigint, creditor_id uuid, debtor_number text, name text, street text, postal_code text, city text, region text,"
          + " country text, language text, email text, phone text, kind text, segment text, bills_by text, fax text, worth text[]";

  private final String others;

  StagedTable(String others) {
    this.others = others;
  }

  String definition() {
    return others.isEmpty() ? DEBTOR : DEBTOR + ", " + others;
  }

  String[] columns() {
    return Arrays.stream(definition().split(",", -1)).map(String::strip).map(column -> column.substring(0, column.indexOf(' '))).toArray(String[]::new);
  }
}
