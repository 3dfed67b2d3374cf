package io.duly.banking.books;

import io.duly.banking.statement.Counterparty;
import io.duly.banking.statement.Original;
import io.duly.banking.statement.ReturnReason;
import io.duly.database.CopyRows;
import io.duly.kernel.Money;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Writes a statement and its payments: one row and one copy. */
final class StatementRows {
  private StatementRows() {}

  /** @param bookings how many of its bookings are booked, and their sum in minor units */
  static void write(DSLContext tx, AccountBook account, UUID file, Head head, Optional<String> bankId, int bookings, long total, List<String> findings) {
    tx.execute(
        """
        insert into banking.statement (id, creditor_id, account_id, file_id, kind, format, bank_id, number, page, from_day, to_day, opening, opening_on,
            closing, closing_on, entries, total, fingerprint, findings, taken_at)
        values ({0}, {1}, {2}, {3}, {4}, {5}, {6}, {7}, {8}, {9}, {10}, {11}, {12}, {13}, {14}, {15}, {16}, {17}, {18}, {19})
        """,
        DSL.val(head.id()), DSL.val(account.creditor().value()), DSL.val(account.id()), DSL.val(file), DSL.val(head.kind().name().toLowerCase(Locale.ROOT)),
        DSL.val(head.format()), text(bankId), text(head.number()), DSL.val(head.page().orElse(null), Integer.class), day(head.from()), day(head.to()),
        DSL.val(head.opening().orElse(null), Long.class), day(head.openingOn()), DSL.val(head.closing().orElse(null), Long.class), day(head.closingOn()),
        DSL.val(bookings), DSL.val(total), DSL.val(head.prints().bytes()), DSL.val(findings.stream().map(StatementRows::storable).toArray(String[]::new)),
        DSL.val(head.takenAt().atOffset(ZoneOffset.UTC)));
  }

  private static Field<String> text(Optional<String> value) {
    return DSL.val(value.map(StatementRows::storable).orElse(null), String.class);
  }

  private static Field<LocalDate> day(Optional<LocalDate> value) {
    return DSL.val(value.orElse(null), LocalDate.class);
  }

  static void write(Connection tx, AccountBook account, Head head, List<Told> payments) throws SQLException {
    try (var rows =
        CopyRows.into(
            tx, "banking.entry", "id", "creditor_id", "account_id", "statement_id", "line", "part", "booked_on", "value_on", "day", "currency", "amount",
            "reversal", "booked", "bank_reference", "bank_code", "end_to_end", "mandate", "payment_references", "documents", "remittance", "counterparty",
            "ultimate_party", "counterparty_account", "counterparty_bank", "charges", "charges_currency", "original", "original_currency", "original_rate",
            "return_code", "return_text", "bank_text", "same_as", "receipt_id")) {
      for (var one : payments) {
        rows.row().uuid(one.id()).uuid(account.creditor().value()).uuid(account.id()).uuid(head.id());
        row(rows, one.payment());
        rows.uuid(one.sameAs().orElse(null)).uuid(one.receipt().orElse(null));
      }
      rows.end();
    }
  }

  private static void row(CopyRows rows, Payment payment) {
    var entry = payment.entry();
    rows.int4(payment.line()).int4(payment.part()).date(entry.bookingDate().orElse(null)).date(entry.valueDate().orElse(null)).date(payment.day())
        .text(payment.amount().currency().getCurrencyCode()).int8(payment.amount().minor()).bool(entry.reversal()).bool(entry.booked())
        .text(kept(entry.bankReference())).text(kept(entry.bankCode()));
    said(rows, payment);
  }

  private static void said(CopyRows rows, Payment payment) {
    var said = payment.details();
    rows.text(kept(said.endToEnd())).text(kept(said.mandate())).texts(said.references().stream().map(StatementRows::storable).toList())
        .texts(said.documents().stream().map(StatementRows::storable).toList()).text(storable(String.join("\n", said.remittance())));
    party(rows, said.counterparty());
    money(rows, sum(said.charges()));
    money(rows, said.original().map(Original::amount));
    rows.numeric(said.original().flatMap(Original::rate).orElse(null));
    var returned = said.returned().or(payment.entry().details()::returned);
    rows.text(kept(returned.flatMap(ReturnReason::code))).text(kept(returned.flatMap(StatementRows::why))).text(kept(said.bankText()));
  }

  /** A payment that came back says so, even where the bank says no reason. */
  private static Optional<String> why(ReturnReason returned) {
    return returned.text().or(() -> returned.code().isPresent() ? Optional.empty() : Optional.of("returned"));
  }

  private static void party(CopyRows rows, Counterparty party) {
    rows.text(kept(party.name())).text(kept(party.ultimate())).text(kept(party.account())).text(kept(party.bank()));
  }

  private static void money(CopyRows rows, Optional<Money> money) {
    rows.int8(money.map(Money::minor).orElse(null)).text(money.map(one -> one.currency().getCurrencyCode()).orElse(null));
  }

  /** Charges of one currency in one sum; of several, those of the first. */
  private static Optional<Money> sum(List<Money> charges) {
    return charges.stream().filter(one -> one.currency().equals(charges.getFirst().currency())).reduce(Money::plus);
  }

  private static @Nullable String kept(Optional<String> text) {
    return text.map(StatementRows::storable).orElse(null);
  }

  /** PostgreSQL's text cannot hold a zero; its picture stands for it. */
  static String storable(String text) {
    return text.replace('\0', '\u2400');
  }
}
