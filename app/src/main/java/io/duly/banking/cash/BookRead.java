package io.duly.banking.cash;

import io.duly.database.CopiedRows;
import io.duly.kernel.CreditNoteId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.matching.Awaited;
import io.duly.matching.Book;
import io.duly.matching.Discount;
import io.duly.matching.OpenCredit;
import io.duly.matching.OpenInvoice;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Reads one creditor's book: debtors, what is open or was paid lately, references, accounts that paid before. */
final class BookRead {
  /** Who names an invoice that was paid so long ago names it by mistake; it is not looked up. */
  private static final int REMEMBERED_DAYS = 120;

  static final String DEBTORS = "select id, external_id, name, also_known_as from parties.debtor where creditor_id = '%s'";
  static final String INVOICES =
      """
      select i.id, i.debtor_id, i.number, i.payment_reference, n.reference, i.currency, i.gross,
             case when i.settled_on is null
               then i.gross - coalesce((select sum(p.amount) from ledger.posting p where p.invoice_id = i.id), 0)::bigint else 0 end,
             i.issued_on, i.due_on
        from ledger.invoice i left join ledger.payment_reference n on n.invoice_id = i.id
       where i.creditor_id = '%s' and (i.settled_on is null or i.settled_on > date '%s')
      """;
  private final Connection tx;
  private final CreditorId creditor;
  private final Map<String, Currency> currencies = new HashMap<>();

  BookRead(Connection tx, CreditorId creditor) {
    this.tx = tx;
    this.creditor = creditor;
  }

  Book book(LocalDate day) throws SQLException {
    var book = Book.builder();
    debtors(book);
    invoices(book, day);
    credits(book);
    awaited(book);
    var whose = " where creditor_id = '" + creditor.value() + "'";
    var accounts = "select account, debtor_id from banking.payer_account" + whose + " group by 1, 2 having bool_or(recognised) or count(*) > 1";
    each(accounts, rows -> book.link(rows.text(), new DebtorId(rows.uuid())));
    each("select number from banking.account" + whose, rows -> book.ownAccount(rows.text()));
    return book.build();
  }

  private void debtors(Book.Builder book) throws SQLException {
    each(DEBTORS.formatted(creditor.value()), rows -> {
      var id = new DebtorId(rows.uuid());
      var number = rows.text();
      var name = rows.text();
      var others = rows.texts();
      book.debtor(id, number, others.isEmpty() ? List.of(name) : names(name, others));
    });
  }

  private static List<String> names(String name, List<String> others) {
    var all = new ArrayList<String>(others.size() + 1);
    all.add(name);
    all.addAll(others);
    return all;
  }

  private void credits(Book.Builder book) throws SQLException {
    var left = "select n.id, n.debtor_id, n.number, n.currency, n.amount - coalesce((select sum(u.amount) from ledger.used u where u.credit_note_id = n.id), 0)::bigint, n.issued_on"
        + " from ledger.credit_note n where n.creditor_id = '" + creditor.value() + "' and not n.used_up";
    each(left, rows -> {
      var id = new CreditNoteId(rows.uuid());
      var debtor = new DebtorId(rows.uuid());
      var number = rows.text();
      var currency = Currency.getInstance(rows.text());
      book.credit(new OpenCredit(id, debtor, number, new Money(rows.int8(), currency), rows.date()));
    });
  }

  /** What was promised, and the next instalments of plans with what those are about (P34). */
  private void awaited(Book.Builder book) throws SQLException {
    var running = "select p.debtor_id, p.currency, p.amount, array(select l.invoice_id from agreements.plan_line l where l.plan_id = p.plan_id and l.invoice_id is not null),"
        + " coalesce((select sum(c.amount - coalesce((select sum(x.amount) from ledger.charge_posting x where x.charge_id = c.id), 0)) from agreements.plan_line l"
        + " join ledger.charge c on c.id = l.charge_id where l.plan_id = p.plan_id and c.settled_on is null), 0)::bigint"
        + " from agreements.promise p where p.creditor_id = '" + creditor.value() + "' and p.outcome is null";
    each(running, rows -> {
      var debtor = new DebtorId(rows.uuid());
      var currency = Currency.getInstance(rows.text());
      var amount = new Money(rows.int8(), currency);
      var of = rows.uuids().stream().map(InvoiceId::new).collect(Collectors.toSet());
      book.awaited(new Awaited(debtor, amount, of, rows.int8()));
    });
  }

  private record Offer(LocalDate until, long amount) {}

  private Map<UUID, List<Offer>> discounts() throws SQLException {
    var offers = new HashMap<UUID, List<Offer>>();
    var open = "select d.invoice_id, d.until, d.amount from ledger.discount d join ledger.invoice i on i.id = d.invoice_id where d.creditor_id = '" + creditor.value() + "' and i.settled_on is null";
    each(open, rows -> offers.computeIfAbsent(rows.uuid(), _ -> new ArrayList<>()).add(new Offer(rows.date(), rows.int8())));
    return offers;
  }

  private void invoices(Book.Builder book, LocalDate day) throws SQLException {
    var discounts = discounts();
    each(INVOICES.formatted(creditor.value(), day.minusDays(REMEMBERED_DAYS)), rows -> {
      var id = new InvoiceId(rows.uuid());
      var debtor = new DebtorId(rows.uuid());
      var number = rows.text();
      var references = references(rows.textOrNull(), rows.textOrNull());
      var currency = currencies.computeIfAbsent(rows.text(), Currency::getInstance);
      var gross = new Money(rows.int8(), currency);
      var open = new Money(rows.int8(), currency);
      var granted = discounts.getOrDefault(id.value(), List.of()).stream().map(offer -> new Discount(offer.until(), new Money(offer.amount(), currency))).toList();
      book.invoice(new OpenInvoice(id, debtor, number, references, gross, open, rows.date(), rows.date(), granted));
    });
  }

  private static List<String> references(@org.jspecify.annotations.Nullable String came, @org.jspecify.annotations.Nullable String issued) {
    if (came == null) {
      return issued == null ? List.of() : List.of(issued);
    }
    return issued == null ? List.of(came) : List.of(came, issued);
  }

  private interface Row {
    void take(CopiedRows rows);
  }

  private void each(String query, Row row) throws SQLException {
    try (var rows = CopiedRows.of(tx, query)) {
      while (rows.next()) {
        row.take(rows);
      }
    }
  }
}
