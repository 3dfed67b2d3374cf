package io.duly.banking.books;

import io.duly.banking.statement.StatementKind;
import io.duly.cases.Recorded;
import io.duly.journal.Sha256;
import io.duly.kernel.CreditorId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** Reads and writes what is kept of accounts and of their statements' heads. */
public final class AccountRows {
  private final DSLContext tx;

  public AccountRows(DSLContext tx) {
    this.tx = tx;
  }

  /** The creditors that have an account of this number, in whatever currency. */
  List<CreditorId> owners(String number) {
    return tx.fetch("select distinct creditor_id from banking.account where number = ?", number).map(row -> new CreditorId(row.get(0, UUID.class)));
  }

  /** The account, made with this id where there is none. */
  AccountBook book(CreditorId creditor, String number, Currency currency, UUID idIfNew) {
    tx.execute(
        "insert into banking.account (id, creditor_id, number, currency) values (?, ?, ?, ?) on conflict (creditor_id, number, currency) do nothing",
        idIfNew, creditor.value(), number, currency.getCurrencyCode());
    var id =
        tx.fetchSingle(
                "select id from banking.account where creditor_id = ? and number = ? and currency = ?", creditor.value(), number, currency.getCurrencyCode())
            .get(0, UUID.class);
    return new AccountBook(id, creditor, number, currency, shelf(id));
  }

  /** The statements known of an account. */
  public Shelf shelf(UUID account) {
    var shelf = new Shelf();
    tx.fetch("select * from banking.statement where account_id = ? order by taken_at, id", account).forEach(row -> shelf.add(head(row)));
    tx.fetch(
            """
            with told as (
              select coalesce(same_as, id) as root, statement_id from banking.entry e
               where account_id = {0} and (same_as is not null or exists (select from banking.entry o where o.same_as = e.id)))
            select distinct a.statement_id, b.statement_id from told a join told b on b.root = a.root and a.statement_id < b.statement_id
            """,
            DSL.val(account))
        .forEach(row -> shelf.overlap(row.get(0, UUID.class), row.get(1, UUID.class)));
    tx.fetch("select before_id, statement_id from banking.accepted_gap where account_id = ?", account).forEach(row -> shelf.bridge(row.get(0, UUID.class), row.get(1, UUID.class)));
    return shelf;
  }

  static Head head(Record row) {
    return new Head(
        row.get("id", UUID.class), StatementKind.valueOf(row.get("kind", String.class).toUpperCase(Locale.ROOT)), row.get("format", String.class),
        Optional.ofNullable(row.get("number", String.class)), Optional.ofNullable(row.get("page", Integer.class)), day(row, "from_day"), day(row, "to_day"),
        Optional.ofNullable(row.get("opening", Long.class)), day(row, "opening_on"), Optional.ofNullable(row.get("closing", Long.class)),
        day(row, "closing_on"), Sha256.ofDigest(row.get("fingerprint", byte[].class)), row.get("taken_at", OffsetDateTime.class).toInstant());
  }

  private static Optional<LocalDate> day(Record row, String column) {
    return Optional.ofNullable(row.get(column, LocalDate.class));
  }

  /** Payments of these statements, but for those that a booked statement other than these told of too. */
  List<Candidate> candidates(Head fresh, List<Head> heads) {
    var byId = heads.stream().collect(Collectors.toMap(Head::id, head -> head));
    return tx.fetch(
            """
            select e.*, coalesce(e.same_as, e.id) as root from banking.entry e
             where e.statement_id = any ({0}::uuid[]) and e.booked
               and not ({1} and exists (select from banking.entry o join banking.statement s on s.id = o.statement_id
                 where (o.id = coalesce(e.same_as, e.id) or o.same_as = coalesce(e.same_as, e.id))
                   and s.kind = 'booked' and s.id <> all ({0}::uuid[])))
             order by e.day, e.statement_id, e.line, e.part
            """,
            DSL.val(byId.keySet().toArray(UUID[]::new)), DSL.val(fresh.kind() == StatementKind.BOOKED))
        .map(row -> candidate(row, fresh, Objects.requireNonNull(byId.get(row.get("statement_id", UUID.class)))));
  }

  /** The booked statements that tell of these payments. */
  List<UUID> tellingOf(Set<UUID> roots) {
    return tx.fetch(
            """
            select distinct e.statement_id from banking.entry e join banking.statement s on s.id = e.statement_id
             where s.kind = 'booked' and (e.id = any ({0}::uuid[]) or e.same_as = any ({0}::uuid[]))
            """,
            DSL.val(roots.toArray(UUID[]::new)))
        .map(row -> row.get(0, UUID.class));
  }

  private static Candidate candidate(Record row, Head fresh, Head of) {
    var facts =
        new Facts(
            row.get("day", LocalDate.class), row.get("amount", Long.class), row.get("currency", String.class), row.get("reversal", Boolean.class),
            plain(row, "bank_reference"), plain(row, "end_to_end"), plain(row, "counterparty_account"), plain(row, "counterparty"),
            plain(row, "remittance") + plains(row, "payment_references") + plains(row, "documents"));
    return new Candidate(
        row.get("root", UUID.class), of.id(), row.get("line", Integer.class), row.get("part", Integer.class), facts, Shelf.bar(fresh, of),
        fresh.tellsEverything() && of.tellsEverything());
  }

  private static String plain(Record row, String column) {
    return Optional.ofNullable(row.get(column, String.class)).map(Facts::plain).orElse("");
  }

  private static String plains(Record row, String column) {
    return Facts.plain(String.join("", row.get(column, String[].class)));
  }

  /** Writes down that what is missing will never come, and how far the account is known by that. */
  public void accept(UUID account, UUID creditor, Missing gap, String why, Recorded by) {
    tx.execute(
        "insert into banking.accepted_gap (statement_id, before_id, account_id, creditor_id, amount, why, actor, accepted_on, accepted_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)",
        gap.after().id(), gap.before().id(), account, creditor, gap.amount(), why, by.actor(), by.on(), by.recordedAt().toString());
    knownTo(account, shelf(account).knownTo().map(day -> day.isAfter(by.on()) ? by.on() : day));
  }

  /** Writes down up to which day an account is known. */
  void knownTo(UUID account, Optional<LocalDate> day) {
    tx.execute("update banking.account set known_to = {0} where id = {1} and known_to is distinct from {0}",
        DSL.val(day.orElse(null), LocalDate.class), DSL.val(account));
  }
}
