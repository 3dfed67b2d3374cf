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
import io.duly.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** A creditor with debtors and invoices, the cycle over them, and short words for what happens and what came of it. */
final class Night implements AutoCloseable {
  static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

  final TestDatabase database = TestDatabase.fresh();
  final Path home = temporary();
  final ByHand byHand = new ByHand(jdbc(database), home, 2, 500);
  final CreditorId creditor = new CreditorId(UUID.randomUUID());
  private final Ledger ledger = new Ledger();
  private int invoices;

  Night() {
    database.execute("insert into parties.creditor (id, name) values ('" + creditor + "', 'Brightwell Supplies')");
  }

  static String jdbc(TestDatabase database) {
    var url = java.net.URI.create(database.url());
    var login = url.getUserInfo().split(":", 2);
    return "jdbc:postgresql://" + url.getAuthority().substring(url.getUserInfo().length() + 1) + url.getPath()
        + "?user=" + login[0] + "&password=" + login[1];
  }

  /** Can be reached by e-mail, letter and phone. */
  DebtorId debtor(String number) {
    var id = new DebtorId(UUID.randomUUID());
    database.execute(
        """
        insert into parties.debtor (id, creditor_id, external_id, name, kind, street, postal_code, city, country, email, phone)
        values ('%s', '%s', '%s', 'Debtor', 'company', 'Road 1', '1000', 'Town', 'DE', 'a@example.org', '+4930123456')
        """
            .formatted(id, creditor, number));
    return id;
  }

  InvoiceId invoice(DebtorId debtor, String amount, LocalDate due) {
    return invoice(debtor, amount, "EUR", due);
  }

  InvoiceId invoice(DebtorId debtor, String amount, String currency, LocalDate due) {
    var id = new InvoiceId(UUID.randomUUID());
    var gross = money(amount, currency);
    var invoice = Invoice.of(id, creditor, debtor, "R-" + ++invoices, gross, due.minusDays(30), due);
    return database.ask(sql -> {
      ledger.record(sql, List.of(invoice));
      return id;
    });
  }

  void pay(DebtorId debtor, InvoiceId invoice, String amount, LocalDate on) {
    var receipt = receive(debtor, amount, on);
    var allocation =
        new Allocation(
            new PostingId(UUID.randomUUID()), invoice, new Allocation.FromReceipt(receipt), money(amount, "EUR"), on,
            "duly", Optional.empty());
    database.ask(sql -> {
      ledger.allocate(sql, List.of(allocation));
      return 0;
    });
  }

  ReceiptId receive(DebtorId debtor, String amount, LocalDate on) {
    var receipt = new ReceiptId(UUID.randomUUID());
    database.ask(sql -> {
      ledger.receive(sql, List.of(Receipt.of(receipt, creditor, debtor, money(amount, "EUR"), on, Receipt.Kind.MANUAL)));
      return 0;
    });
    return receipt;
  }

  RunReport run(LocalDate day) {
    return byHand.cycle.run(day);
  }

  ReplayReport replay(LocalDate from, LocalDate to) {
    return byHand.replay.run(from, to, _ -> {});
  }

  /** The rows of a query, one line each, columns joined by blanks. */
  List<String> rows(String query) {
    return database.ask(sql -> sql.fetch(query)).stream()
        .map(row -> row.intoList().stream().map(String::valueOf).collect(Collectors.joining(" ")))
        .toList();
  }

  String one(String query) {
    return String.join("\n", rows(query));
  }

  private static Money money(String amount, String currency) {
    return Money.ofMajor(new java.math.BigDecimal(amount), java.util.Currency.getInstance(currency));
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("duly-home");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    byHand.close();
    database.close();
  }
}
