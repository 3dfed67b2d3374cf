package io.duly.banking.cash;

import io.duly.database.CopyRows;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.matching.IssuedReference;
import io.duly.matching.ReferenceScheme;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** Writes a creditor with open invoices, an open case for each debtor, and a statement with payments of some, always the same. */
final class BenchLedger {
  static final LocalDate DAY = LocalDate.of(2026, 11, 20);
  private static final List<String> SOUNDS = List.of("ba", "ko", "li", "ma", "ne", "ru", "sta", "ti", "vo", "wes", "hol", "ber");
  private static final List<String> TRADES = List.of("Bau", "Technik", "Handel", "Logistik", "Metall", "Druck", "Elektro", "Optik");
  private static final List<String> FORMS = List.of("GmbH", "AG", "KG", "OHG", "Ltd", "B.V.");

  private final Connection owner;
  private final IdSource ids;
  private final SplittableRandom random = new SplittableRandom(20261122);
  private final CreditorId creditor;
  private UUID[] debtors = {};
  private String[] names = {};
  private UUID[] invoices = {};
  private long[] amounts = {};

  BenchLedger(Connection owner, Instant now) {
    this.owner = owner;
    this.ids = new IdSource(() -> now, new java.util.Random(7));
    this.creditor = new CreditorId(ids.next());
  }

  CreditorId write(int entryCount, int invoiceCount) throws SQLException {
    run("insert into parties.creditor (id, name, country) values ('" + creditor + "', 'Bench', 'DE')");
    debtors(Math.max(1, invoiceCount / 5));
    invoices(invoiceCount);
    cases();
    entries(entryCount);
    return creditor;
  }

  private void debtors(int count) throws SQLException {
    debtors = new UUID[count];
    names = new String[count];
    try (var rows = CopyRows.into(owner, "parties.debtor", "id", "creditor_id", "external_id", "name")) {
      for (int at = 0; at < count; at++) {
        debtors[at] = ids.next();
        names[at] = name();
        rows.row().uuid(debtors[at]).uuid(creditor.value()).text("D" + (100_000 + at)).text(names[at]);
      }
      rows.end();
    }
  }

  private String name() {
    var name = new StringBuilder();
    for (int at = 0; at < 4; at++) {
      name.append(of(SOUNDS));
    }
    return Character.toUpperCase(name.charAt(0)) + name.substring(1) + " " + of(TRADES) + " " + of(FORMS);
  }

  private String of(List<String> all) {
    return all.get(random.nextInt(all.size()));
  }

  private static String number(int invoice) {
    return "RE-2026-%07d".formatted(invoice + 1);
  }

  private void invoices(int count) throws SQLException {
    invoices = new UUID[count];
    amounts = new long[count];
    try (var rows = CopyRows.into(owner, "ledger.invoice", "id", "creditor_id", "debtor_id", "number", "currency", "gross", "issued_on", "due_on", "payment_reference")) {
      for (int at = 0; at < count; at++) {
        invoices[at] = ids.next();
        amounts[at] = random.nextInt(5) == 0 ? 4_900 + 1_000L * random.nextInt(20) : 1_000 + random.nextLong(900_000);
        rows.row().uuid(invoices[at]).uuid(creditor.value()).uuid(debtors[at % debtors.length]).text(number(at)).text("EUR").int8(amounts[at])
            .date(DAY.minusDays(40 + at % 60)).date(DAY.minusDays(10 + at % 60)).text(at % 4 == 0 ? IssuedReference.fromNumber(ReferenceScheme.RF, number(at)) : null);
      }
      rows.end();
    }
  }

  private void cases() throws SQLException {
    try (var rows = CopyRows.into(owner, "cases.recovery_case", "id", "number", "creditor_id", "debtor_id", "currency", "stage", "opened_on", "next_action", "next_action_on",
        "review_on", "because")) {
      for (int at = 0; at < debtors.length; at++) {
        rows.row().uuid(ids.next()).int8(at + 1L).uuid(creditor.value()).uuid(debtors[at]).text("EUR").text("reminder").date(DAY.minusDays(9)).text("wait").date(DAY.plusDays(9))
            .date(DAY.plusDays(9)).text("waits");
      }
      rows.end();
    }
  }

  private record Coming(UUID entry, UUID receipt, long amount, String text, String reference, String payer, String account) {}

  private void entries(int count) throws SQLException {
    var account = ids.next();
    var file = ids.next();
    var statement = ids.next();
    run("insert into banking.account (id, creditor_id, number, currency) values ('%s', '%s', 'DE1', 'EUR')".formatted(account, creditor));
    run("insert into intake.file (id, creditor_id, sha256, name, kind, format, imported_at, imported_by, rows, imported, duplicates, quarantined) values ('%s', '%s', sha256('x'), 'bench', 'statements', 'camt.053', now(), 'duly', 0, 0, 0, 0)"
        .formatted(file, creditor));
    run("insert into banking.statement (id, creditor_id, account_id, file_id, kind, format, entries, total, fingerprint, taken_at) values ('%s', '%s', '%s', '%s', 'booked', 'camt.053', 0, 0, sha256('x'), now())"
        .formatted(statement, creditor, account, file));
    var coming = java.util.stream.IntStream.range(0, count).mapToObj(at -> coming(at, count)).toList();
    try (var rows = CopyRows.into(owner, "ledger.receipt", "id", "creditor_id", "currency", "amount", "received_on", "kind", "reference", "payer", "source_key")) {
      for (var one : coming) {
        rows.row().uuid(one.receipt()).uuid(creditor.value()).text("EUR").int8(one.amount()).date(DAY).text("bank").text(one.text()).text(one.payer()).text("bank:" + one.entry());
      }
      rows.end();
    }
    try (var rows = CopyRows.into(owner, "banking.entry", "id", "creditor_id", "account_id", "statement_id", "line", "part", "booked_on", "day", "currency", "amount", "reversal", "booked",
        "payment_references", "remittance", "counterparty", "counterparty_account", "receipt_id")) {
      int line = 0;
      for (var one : coming) {
        rows.row().uuid(one.entry()).uuid(creditor.value()).uuid(account).uuid(statement).int4(++line).int4(0).date(DAY).date(DAY).text("EUR").int8(one.amount()).bool(false).bool(true)
            .texts(one.reference().isEmpty() ? List.of() : List.of(one.reference())).text(one.text()).text(one.payer()).text(one.account()).uuid(one.receipt());
      }
      rows.end();
    }
  }

  /** In hundred: 60 by number, 10 by reference, 10 two invoices, 6 in part, 5 mistyped, 4 without a word, 5 of somebody else. */
  private Coming coming(int at, int count) {
    int invoice = (int) ((long) at * invoices.length / count);
    int debtor = invoice % debtors.length;
    long amount = amounts[invoice];
    var number = number(invoice);
    int draw = random.nextInt(100);
    var text = "Rechnung " + number + " vom 03.10.2026 Kd D" + (100_000 + debtor);
    if (draw < 20) {
      return coming(amount, number.replace("-", " "), "", debtor);
    } else if (draw < 60) {
      return coming(amount, text, "", debtor);
    } else if (draw < 70) {
      return coming(amount, "", IssuedReference.fromNumber(ReferenceScheme.RF, number), debtor);
    } else if (draw < 80) {
      int other = (invoice + debtors.length) % invoices.length;
      return coming(amount + amounts[other], number + ", " + number(other), "", debtor);
    } else if (draw < 86) {
      return coming(Math.max(1, amount / 2), text + " Teil 1", "", debtor);
    } else if (draw < 91) {
      return coming(amount, "Rechnung " + number.substring(0, number.length() - 1) + (char) ('0' + random.nextInt(10)), "", debtor);
    } else if (draw < 95) {
      return coming(amount, "Zahlung", "", debtor);
    }
    return new Coming(ids.next(), ids.next(), 100 + random.nextInt(90_000), "ERSTATTUNG 22/123/" + random.nextInt(99_999), "", "Finanzamt Nord", "DE99" + random.nextInt(999));
  }

  private Coming coming(long amount, String text, String reference, int debtor) {
    return new Coming(ids.next(), ids.next(), amount, text, reference, names[debtor], "DE50" + debtor);
  }

  private void run(String sql) throws SQLException {
    try (var statement = owner.createStatement()) {
      statement.execute(sql);
    }
  }
}
