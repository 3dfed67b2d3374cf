package io.duly.payments;

import io.duly.banking.cash.OnlineMoney;
import io.duly.banking.cash.Payouts;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in what providers tell: each once, in one transaction with all that follows from it, in whatever order it comes. What does not
 * fit is kept aside and told to a person; no money moves by it.
 */
@Component
final class Happenings {
  private static final String KEEP =
      """
      insert into payments.happening (id, creditor_id, provider, event, kind, link_id, subject, payment, currency, amount, happened_at, taken_at, outcome, why)
      values (?, ?, ?, ?, ?, ?::uuid, ?, ?, ?, ?::bigint, ?::timestamptz, ?::timestamptz, ?, ?)
      """;

  private final DSLContext database;
  private final TransactionTemplate transaction;
  private final Contracts contracts;
  private final OnlineMoney money;
  private final Payouts payouts;
  private final Consequences consequences;
  private final CaseJournal cases;
  private final IdSource ids;
  private final Clock clock;

  Happenings(
      DSLContext database, PlatformTransactionManager transactions, Contracts contracts, OnlineMoney money, Payouts payouts, Consequences consequences, CaseJournal cases, IdSource ids, Clock clock) {
    this.database = database;
    this.transaction = new TransactionTemplate(transactions);
    this.contracts = contracts;
    this.money = money;
    this.payouts = payouts;
    this.consequences = consequences;
    this.cases = cases;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Takes one in; told again it answers the same and does nothing.
   *
   * @return empty where no creditor has a provider of that name
   */
  Optional<Outcome> take(String provider, Told told) {
    return java.util.Objects.requireNonNull(transaction.execute(_ -> contracts.named(database, provider).map(contract -> taken(database, contract, told))));
  }

  private Outcome taken(DSLContext tx, Contract contract, Told told) {
    money.alone(tx, contract.creditor());
    var before = tx.fetchOptional("select outcome, link_id, why from payments.happening where provider = ? and event = ?", contract.name(), told.event());
    return before.map(Happenings::outcome).orElseGet(() -> fresh(tx, contract, told));
  }

  private Outcome fresh(DSLContext tx, Contract contract, Told told) {
    var by = Recorded.by("payments:" + contract.name(), today(tx), clock.instant());
    var outcome = told.kind() == Told.Kind.PAYOUT_PAID ? payout(tx, contract, told, by) : ofLink(tx, contract, told, by);
    tx.execute(
        KEEP, ids.next(), contract.creditor().value(), contract.name(), told.event(), told.kind().word(), outcome.link().orElse(null), told.subject().orElse(null),
        told.payment().orElse(null), told.amount().map(one -> one.currency().getCurrencyCode()).orElse(null), told.amount().map(Money::minor).orElse(null),
        told.at().atOffset(ZoneOffset.UTC), by.recordedAt().atOffset(ZoneOffset.UTC), outcome.kind().word(), outcome.why());
    if (told.kind() == Told.Kind.PAYMENT_PAID && outcome.kind() == Outcome.Kind.DONE) {
      catchUp(tx, contract, outcome.link().orElseThrow(), by);
    }
    return outcome;
  }

  private Outcome payout(DSLContext tx, Contract contract, Told told, Recorded by) {
    var reference = told.subject().orElseThrow();
    if (!reference.matches("(?=.*[0-9]).{6,140}")) {
      return Outcome.aside(Optional.empty(), "a payout whose reference is too short to be found at the bank");
    }
    boolean first = payouts.expect(tx, contract.creditor(), contract.name(), reference, told.amount().orElseThrow(), by);
    return new Outcome(first ? Outcome.Kind.DONE : Outcome.Kind.NOTHING, Optional.empty(), "");
  }

  /** Cases before links, as whoever makes one does. */
  private Outcome ofLink(DSLContext tx, Contract contract, Told told, Recorded by) {
    var found = told.link().flatMap(id -> LinkRows.of(tx, id)).filter(link -> link.creditor().equals(contract.creditor()) && link.provider().equals(contract.name()));
    if (told.kind() == Told.Kind.OTHER) {
      return new Outcome(Outcome.Kind.NOTHING, found.map(PaymentLink::id), "");
    }
    if (found.isEmpty()) {
      return Outcome.aside(Optional.empty(), "it is of no link of ours");
    }
    cases.locked(tx, List.of(found.get().recovery()));
    return consequences.of(tx, LinkRows.locked(tx, found.get().id()).orElseThrow(), told, by);
  }

  /** What was told of the payment before the payment itself was, in the order in which it happened. */
  private void catchUp(DSLContext tx, Contract contract, UUID link, Recorded by) {
    for (var row : List.copyOf(tx.fetch("select * from payments.happening where provider = ? and link_id = ? and outcome = 'early' order by happened_at, id", contract.name(), link))) {
      var outcome = consequences.of(tx, LinkRows.locked(tx, link).orElseThrow(), told(row), by);
      tx.execute("update payments.happening set outcome = ?, why = ? where id = ?", outcome.kind().word(), outcome.why(), row.get("id", UUID.class));
    }
  }

  private static Told told(Record row) {
    var amount = Optional.ofNullable(row.get("amount", Long.class)).map(minor -> Money.ofMinor(minor, row.get("currency", String.class).strip()));
    return new Told(
        row.get("event", String.class), Told.Kind.of(row.get("kind", String.class)), row.get("happened_at", OffsetDateTime.class).toInstant(), Optional.ofNullable(row.get("link_id", UUID.class)),
        Optional.ofNullable(row.get("payment", String.class)), Optional.ofNullable(row.get("subject", String.class)), amount);
  }

  private static Outcome outcome(Record row) {
    return new Outcome(
        Outcome.Kind.valueOf(row.get("outcome", String.class).toUpperCase(java.util.Locale.ROOT)), Optional.ofNullable(row.get("link_id", UUID.class)), row.get("why", String.class));
  }

  /** The business date: that of the latest daily run; else the calendar's. */
  private LocalDate today(DSLContext tx) {
    return tx.fetchSingle("select coalesce((select max(day) from cycle.day), ?::date)", LocalDate.now(clock)).get(0, LocalDate.class);
  }
}
