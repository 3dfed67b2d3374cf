package io.duly.cycle;

import io.duly.database.CopyRows;
import io.duly.kernel.IdSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;

/**
 * Writes a portfolio of open invoices in bulk, always the same one: due from 100 days ago to 20 days ahead, spread over
 * the debtors without order as in a real ledger; one in thirty in a second currency, one in twenty paid in part.
 */
final class BenchPortfolio {
  private static final String[] COUNTRIES = {"DE", "FR", "NL", "ES", "GB"};
  private static final String SOUNDS = "bdfgklmnprstvz";
  private static final String[] FORMS = {" GmbH", " SARL", " B.V.", " S.L.", " Ltd", " & Sons", " Handel", " Services"};
  private static final String[] KINDS = {"company", "company", "sole_trader", "consumer"};

  private final Random random = new Random(20261122);
  private final IdSource ids;
  private final Connection owner;
  private final LocalDate day;
  private final UUID[] creditors = new UUID[4];
  private UUID[] debtors = {};

  BenchPortfolio(Connection owner, LocalDate day, InstantSource clock) {
    this.owner = owner;
    this.day = day;
    this.ids = new IdSource(clock, random);
  }

  void write(int debtorCount, int invoiceCount) throws SQLException {
    creditors();
    debtors(debtorCount);
    persons();
    invoices(invoiceCount);
    partPayments();
  }

  private void creditors() throws SQLException {
    try (var rows = CopyRows.into(owner, "parties.creditor", "id", "name", "policy")) {
      for (int n = 0; n < creditors.length; n++) {
        creditors[n] = ids.next();
        rows.row().uuid(creditors[n]).text("Creditor " + n).text(n == 3 ? "firm" : "standard");
      }
      rows.end();
    }
  }

  private UUID creditorOf(int debtor) {
    return creditors[debtor % creditors.length];
  }

  private void debtors(int count) throws SQLException {
    debtors = new UUID[count];
    try (var rows = CopyRows.into(owner, "parties.debtor", "id", "creditor_id", "external_id", "name", "kind", "street",
        "postal_code", "city", "country", "language", "email", "phone")) {
      for (int n = 0; n < count; n++) {
        debtors[n] = ids.next();
        rows.row().uuid(debtors[n]).uuid(creditorOf(n)).text("K" + n).text(name());
        rows.text(KINDS[random.nextInt(KINDS.length)]).text(random.nextInt(10) == 0 ? null : "Road " + n).text("12345");
        rows.text("Town").text(COUNTRIES[random.nextInt(COUNTRIES.length)]).text("en");
        rows.text(random.nextInt(10) == 0 ? null : "d" + n + "@example.org");
        rows.text(random.nextInt(3) == 0 ? null : "+4930" + n);
      }
      rows.end();
    }
  }

  /** Made-up words, so that a search by name has something to tell apart. */
  private String name() {
    var name = new StringBuilder();
    for (int part = 3 + random.nextInt(3); part > 0; part--) {
      name.append(SOUNDS.charAt(random.nextInt(SOUNDS.length()))).append("aeiou".charAt(random.nextInt(5)));
    }
    name.setCharAt(0, Character.toUpperCase(name.charAt(0)));
    return name.append(FORMS[random.nextInt(FORMS.length)]).toString();
  }

  /** One debtor in ten has somebody to talk to; some do not want to be called. */
  private void persons() throws SQLException {
    try (var rows = CopyRows.into(owner, "parties.contact_person", "id", "creditor_id", "debtor_id", "name", "email",
        "refused_channels")) {
      for (int n = 0; n < debtors.length; n += 10) {
        rows.row().uuid(ids.next()).uuid(creditorOf(n)).uuid(debtors[n]).text("Person " + n).text("p" + n + "@example.org");
        rows.texts(n % 50 == 0 ? java.util.List.of("call") : java.util.List.of());
      }
      rows.end();
    }
  }

  private void invoices(int count) throws SQLException {
    try (var rows = CopyRows.into(owner, "ledger.invoice", "id", "creditor_id", "debtor_id", "number", "currency", "gross",
        "tax", "issued_on", "due_on")) {
      for (int n = 0; n < count; n++) {
        int debtor = n < debtors.length ? n : random.nextInt(debtors.length);
        var due = day.plusDays(random.nextInt(121) - 100L);
        long gross = 1_000L + random.nextInt(500_000);
        rows.row().uuid(ids.next()).uuid(creditorOf(debtor)).uuid(debtors[debtor]).text("R" + n);
        rows.text(random.nextInt(30) == 0 ? "USD" : "EUR").int8(gross).int8(gross / 5).date(due.minusDays(30)).date(due);
      }
      rows.end();
    }
  }

  private void partPayments() throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(
          """
          create temporary table part as
            select gen_random_uuid() as id, i.id as invoice_id, i.creditor_id, i.debtor_id, i.currency, i.gross / 3 as amount,
                   i.issued_on + 10 as on_day
              from ledger.invoice i where right(i.number, 2) in ('07', '23', '41', '66', '90') and i.issued_on + 10 <= date '%s'
          """
              .formatted(day));
      statement.execute(
          """
          insert into ledger.receipt (id, creditor_id, debtor_id, currency, amount, received_on, kind)
            select id, creditor_id, debtor_id, currency, amount, on_day, 'bank' from part
          """);
      statement.execute(
          """
          insert into ledger.posting (id, creditor_id, debtor_id, invoice_id, currency, kind, receipt_id, amount, effective_on, actor)
            select gen_random_uuid(), creditor_id, debtor_id, invoice_id, currency, 'receipt', id, amount, on_day, 'duly' from part
          """);
    }
  }
}
