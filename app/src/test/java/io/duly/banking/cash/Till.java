package io.duly.banking.cash;

import io.duly.cases.Recorded;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Invoice;
import io.duly.ledger.Ledger;
import io.duly.ledger.Receipt;
import io.duly.testing.Office;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** A creditor with a bank account, and short words for what comes in and what is owed. */
final class Till {
  static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  final Office office;
  final DSLContext database;
  final CashMatching cash;
  final CreditorId creditor = new CreditorId(UUID.randomUUID());
  private final UUID account = UUID.randomUUID();
  private final UUID statement = UUID.randomUUID();
  private int lines;

  Till(Office office) {
    this.office = office;
    database = office.the(DSLContext.class);
    cash = office.the(CashMatching.class);
    var file = UUID.randomUUID();
    database.execute("insert into parties.creditor (id, name, country) values (?, ?, 'DE')", creditor.value(), "Creditor " + creditor);
    database.execute("insert into banking.account (id, creditor_id, number, currency) values (?, ?, ?, 'EUR')", account, creditor.value(), "DE" + account);
    database.execute(
        "insert into intake.file (id, creditor_id, sha256, name, kind, format, imported_at, imported_by, rows, imported, duplicates, quarantined) values (?, ?, sha256(?::text::bytea), 'f', 'statements', 'camt.053', now(), 'duly', 0, 0, 0, 0)",
        file, creditor.value(), file.toString());
    database.execute(
        "insert into banking.statement (id, creditor_id, account_id, file_id, kind, format, entries, total, fingerprint, taken_at) values (?, ?, ?, ?, 'booked', 'camt.053', 0, 0, sha256(?::text::bytea), now())",
        statement, creditor.value(), account, file, statement.toString());
  }

  DebtorId debtor(String number, String name) {
    var id = new DebtorId(UUID.randomUUID());
    database.execute("insert into parties.debtor (id, creditor_id, external_id, name) values (?, ?, ?, ?)", id.value(), creditor.value(), number, name);
    return id;
  }

  InvoiceId owes(DebtorId debtor, String number, String open) {
    var id = new InvoiceId(UUID.randomUUID());
    office.the(Ledger.class).record(database, List.of(Invoice.of(id, creditor, debtor, number, euros(open), TODAY.minusDays(60), TODAY.minusDays(30))));
    return id;
  }

  UUID recovery(DebtorId debtor) {
    var id = UUID.randomUUID();
    database.execute(
        """
        insert into cases.recovery_case (id, number, creditor_id, debtor_id, currency, stage, opened_on, next_action, next_action_on, review_on, because)
        values (?, nextval('cases.case_number'), ?, ?, 'EUR', 'reminder', ?, 'wait', ?, ?, 'waits')
        """,
        id, creditor.value(), debtor.value(), TODAY.minusDays(20), TODAY.plusDays(5), TODAY.plusDays(5));
    return id;
  }

  UUID draft(DebtorId debtor, UUID recovery, InvoiceId invoice) {
    var id = UUID.randomUUID();
    database.execute(
        """
        insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, planned_on, currency, invoice_ids, amounts)
        values (?, ?, ?, ?, 'email', 'reminder', 'reminder', 'friendly', 'de', 'checked', ?, 'EUR', array[?]::uuid[], array[11900])
        """,
        id, creditor.value(), debtor.value(), recovery, TODAY, invoice.value());
    return id;
  }

  /** Money comes: an entry of a statement and the receipt that it brings. */
  UUID comes(String amount, String payer, String payersAccount, String text) {
    var id = UUID.randomUUID();
    var receipt = new ReceiptId(UUID.randomUUID());
    office.the(Ledger.class).receive(database, List.of(new Receipt(receipt, creditor, Optional.empty(), euros(amount), TODAY, Receipt.Kind.BANK, Optional.of(text), Optional.of(payer),
        Optional.of("bank:" + id))));
    entry(id, euros(amount).minor(), payer, payersAccount, text, receipt.value(), false, "e2e-" + text);
    return id;
  }

  /** Money is taken back. */
  UUID goesBack(String amount, String payer, String payersAccount, String text, String endToEnd) {
    var id = UUID.randomUUID();
    entry(id, -euros(amount).minor(), payer, payersAccount, text, null, true, endToEnd);
    return id;
  }

  private void entry(UUID id, long amount, String payer, String payersAccount, String text, @org.jspecify.annotations.Nullable UUID receipt, boolean reversal, String endToEnd) {
    database.execute(
        """
        insert into banking.entry (id, creditor_id, account_id, statement_id, line, part, booked_on, day, currency, amount, reversal, booked, end_to_end, remittance,
          counterparty, counterparty_account, receipt_id) values (?, ?, ?, ?, ?, 0, ?, ?, 'EUR', ?, ?, true, ?, ?, ?, ?, ?)
        """,
        id, creditor.value(), account, statement, ++lines, TODAY, TODAY, amount, reversal, endToEnd, text, payer, payersAccount, receipt);
  }

  Money open(InvoiceId invoice) {
    return office.the(Ledger.class).openBalance(database, invoice, TODAY).orElseThrow();
  }

  Recorded ada() {
    return Recorded.by("person:ada", TODAY, Instant.parse("2026-11-20T08:30:00Z"));
  }

  List<PostingId> postings(InvoiceId invoice) {
    return database.fetch("select id from ledger.posting where invoice_id = ? order by id", invoice.value()).map(row -> new PostingId(row.get("id", UUID.class)));
  }

  String text(String query, Object... values) {
    return database.fetchOptional(query, values).map(row -> String.valueOf(row.get(0))).orElse("");
  }

  Waiting waiting(UUID entry) {
    return cash.waiting(database, 1000).stream().filter(one -> one.entry().equals(entry)).findFirst().orElseThrow();
  }

  static Money euros(String amount) {
    return Money.ofMajor(new java.math.BigDecimal(amount), java.util.Currency.getInstance("EUR"));
  }
}
