package io.duly.demo;

import static io.duly.database.jooq.ledger.Tables.INVOICE;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import io.duly.parties.Parties;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.DSLContext;

/** The portfolio together with the ids that its creditors, debtors and invoices have in the database. */
final class World {
  private final Portfolio portfolio;
  private final Map<DebtorId, Debtor> debtors = new LinkedHashMap<>();
  private final Map<String, InvoiceId> invoices = new HashMap<>();
  private final List<Billed> billed;

  /** A debtor and whose it is. */
  record Debtor(CreditorId creditor, DebtorId id, DemoDebtor made) {}

  /** An invoice and whose it is. */
  record Billed(Debtor debtor, DemoInvoice invoice) {}

  private World(DSLContext tx, Parties parties, Portfolio portfolio) {
    this.portfolio = portfolio;
    portfolio.creditors().forEach(creditor -> find(tx, parties, creditor));
    this.billed =
        debtors.values().stream()
            .flatMap(debtor -> debtor.made().invoices().stream().map(invoice -> new Billed(debtor, invoice)))
            .toList();
  }

  /** Looks everything up that is in the database already. */
  static World of(DSLContext tx, Parties parties, Portfolio portfolio) {
    return new World(tx, parties, portfolio);
  }

  Portfolio portfolio() {
    return portfolio;
  }

  /** Every invoice, in the order of the portfolio. */
  Stream<Billed> billed() {
    return billed.stream();
  }

  Stream<Debtor> debtors() {
    return debtors.values().stream();
  }

  Debtor debtor(DebtorId id) {
    return Objects.requireNonNull(debtors.get(id));
  }

  /** The id of an invoice; it gets one when it is asked for before it was recorded. */
  InvoiceId invoice(Billed billed, IdSource ids) {
    return invoices.computeIfAbsent(key(billed.debtor().creditor(), billed.invoice().number()), _ -> new InvoiceId(ids.next()));
  }

  private void find(DSLContext tx, Parties parties, DemoCreditor creditor) {
    var id = parties.creditor(tx, creditor.name()).id();
    var known = parties.byNumber(tx, id, creditor.debtors().stream().map(DemoDebtor::number).toList());
    for (var debtor : creditor.debtors()) {
      var debtorId = Objects.requireNonNull(known.get(debtor.number()));
      debtors.put(debtorId, new Debtor(id, debtorId, debtor));
    }
    tx.select(INVOICE.NUMBER, INVOICE.ID)
        .from(INVOICE)
        .where(INVOICE.CREDITOR_ID.eq(id.value()))
        .forEach(row -> invoices.put(key(id, row.value1()), new InvoiceId(row.value2())));
  }

  private static String key(CreditorId creditor, String number) {
    return creditor + " " + number;
  }
}
