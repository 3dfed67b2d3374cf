package io.duly.desk;

import io.duly.cases.Recorded;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Allocation;
import io.duly.ledger.Invoice;
import io.duly.ledger.Receipt;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;

/** What one debtor owes one creditor in one currency, told in the order in which it came about. */
final class Account {
  final CreditorId creditor;
  final DebtorId debtor;
  final String currency;
  final CaseId caseId = new CaseId(UUID.randomUUID());
  private final Portfolio portfolio;
  private final Map<String, InvoiceId> invoices = new HashMap<>();
  private long number;

  Account(Portfolio portfolio, CreditorId creditor, DebtorId debtor, String currency) {
    this.portfolio = portfolio;
    this.creditor = creditor;
    this.debtor = debtor;
    this.currency = currency;
  }

  DSLContext dsl() {
    return portfolio.dsl;
  }

  long number() {
    return number;
  }

  InvoiceId invoice(String invoiceNumber) {
    return invoices.get(invoiceNumber);
  }

  Money money(String major) {
    return Money.ofMajor(new java.math.BigDecimal(major), java.util.Currency.getInstance(currency));
  }

  LocalDate daysAgo(int days) {
    return Portfolio.TODAY.minusDays(days);
  }

  Account owes(String invoiceNumber, String amount, int dueDaysAgo) {
    var id = new InvoiceId(UUID.randomUUID());
    invoices.put(invoiceNumber, id);
    var due = daysAgo(dueDaysAgo);
    portfolio.ledger.record(
        dsl(), List.of(Invoice.of(id, creditor, debtor, invoiceNumber, money(amount), due.minusDays(30), due)));
    return this;
  }

  Account paid(String invoiceNumber, String amount, int daysAgo) {
    var receipt = new ReceiptId(UUID.randomUUID());
    var day = daysAgo(daysAgo);
    portfolio.ledger.receive(
        dsl(), List.of(Receipt.of(receipt, creditor, debtor, money(amount), day, Receipt.Kind.BANK)));
    portfolio.ledger.allocate(
        dsl(),
        List.of(
            new Allocation(
                new PostingId(UUID.randomUUID()),
                invoice(invoiceNumber),
                new Allocation.FromReceipt(receipt),
                money(amount),
                day,
                "duly",
                Optional.empty())));
    return this;
  }

  /** Money that nobody has allocated yet. */
  Account sent(String amount, String reference, int daysAgo) {
    var receipt =
        new Receipt(
            new ReceiptId(UUID.randomUUID()),
            creditor,
            Optional.of(debtor),
            money(amount),
            daysAgo(daysAgo),
            Receipt.Kind.BANK,
            Optional.of(reference),
            Optional.empty(),
            Optional.empty());
    portfolio.ledger.receive(dsl(), List.of(receipt));
    return this;
  }

  /** Opens the case, with what the latest run decided. */
  Account decided(String stage, String action, int inDays, int priority, String because, String... reasons) {
    number =
        dsl()
            .fetchSingle(
                """
                insert into cases.recovery_case (id, number, creditor_id, debtor_id, currency, stage, opened_on,
                  next_action, next_action_on, review_on, because, priority)
                values (?, nextval('cases.case_number'), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning number
                """,
                caseId.value(), creditor.value(), debtor.value(), currency, stage, daysAgo(40), action,
                Portfolio.TODAY.plusDays(inDays), Portfolio.TODAY.plusDays(inDays + 1), because, priority)
            .get(0, Long.class);
    dsl().execute(
        """
        insert into cycle.decision (case_id, decided_on, creditor_id, action, next_action, next_action_on, review_on,
          open_balance, policy, reasons) values (?, ?, ?, 'wait', ?, ?, ?, 0, 'standard 1', ?)
        """,
        caseId.value(), Portfolio.TODAY, creditor.value(), action, Portfolio.TODAY, Portfolio.TODAY.plusDays(1),
        Portfolio.json(because, reasons));
    portfolio.entry(this, "opened", 40, "duly", "The case is opened.");
    return this;
  }

  Recorded by(String login, int daysAgo) {
    return Recorded.by(login.equals("duly") ? login : "person:" + login, daysAgo(daysAgo), Portfolio.at(daysAgo(daysAgo)));
  }

  Account entry(String kind, int daysAgo, String actor, String summary) {
    portfolio.entry(this, kind, daysAgo, actor, summary);
    return this;
  }

  Account drafted(String channel, String template, String tone, String amount, String invoiceNumber) {
    dsl().execute(
        """
        insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language,
          state, planned_on, currency, invoice_ids, amounts)
        values (?, ?, ?, ?, ?, ?, ?, ?, 'en', 'checked', ?, ?, array[?::uuid], array[?::bigint])
        """,
        UUID.randomUUID(), creditor.value(), debtor.value(), caseId.value(), channel, template, template, tone,
        Portfolio.TODAY, currency, invoice(invoiceNumber).value(), money(amount).minor());
    return this;
  }
}
