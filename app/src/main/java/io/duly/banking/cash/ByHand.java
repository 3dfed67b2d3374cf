package io.duly.banking.cash;

import io.duly.cases.Recorded;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import io.duly.ledger.Ledger;
import io.duly.matching.Why;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** What a person decides about money: allocates it, accepts or declines what is proposed, sets it aside. */
@Component
final class ByHand {
  private final Allocating allocating;
  private final Returning returning;
  private final ToCharges toCharges;
  private final Netting netting;
  private final Ledger ledger;
  private final CaseLines lines;
  private final IdSource ids;

  ByHand(Allocating allocating, Returning returning, ToCharges toCharges, Netting netting, Ledger ledger, CaseLines lines, IdSource ids) {
    this.allocating = allocating;
    this.returning = returning;
    this.toCharges = toCharges;
    this.netting = netting;
    this.ledger = ledger;
    this.lines = lines;
    this.ids = ids;
  }

  private record Part(UUID invoice, String number, DebtorId debtor, Money amount, Optional<Less> less) {}

  private record Less(Money amount, String reason) {}

  /** @return whether money went back with it; else some was allocated */
  boolean accept(DSLContext tx, UUID proposal, Recorded by) {
    var found = tx.fetchOptional(
            "select entry_id, creditor_id, whys, state, returns_receipt from banking.proposal where id = ? for update", proposal)
        .orElseThrow(() -> new CannotMatch("There is no proposal " + proposal + "; ./duly bank proposals lists them."));
    requireOpen(found.get("state", String.class));
    var entry = found.get("entry_id", UUID.class);
    Matchmaking.alone(tx, new CreditorId(found.get("creditor_id", UUID.class)));
    var returned = found.get("returns_receipt", UUID.class);
    if (returned == null) {
      accept(tx, proposal, entry, WhysJson.read(found.get("whys", String.class)), by);
    } else {
      returning.takeBack(tx, entry, returned, by);
    }
    tx.execute("update banking.proposal set state = 'accepted', closed_by = ?, closed_at = ?::timestamptz where id = ?", by.actor(), at(by), proposal);
    supersede(tx, entry, by);
    return returned != null;
  }

  private void accept(DSLContext tx, UUID proposal, UUID entry, List<Why> whys, Recorded by) {
    var money = EntryMoney.of(tx, entry);
    var parts = tx.fetch(
            "select p.invoice_id, i.number, i.debtor_id, p.amount, i.currency, p.let_go, p.let_go_for from banking.proposal_part p join ledger.invoice i on i.id = p.invoice_id where proposal_id = ?",
            proposal)
        .map(row -> new Part(row.get("invoice_id", UUID.class), row.get("number", String.class), new DebtorId(row.get("debtor_id", UUID.class)),
            Money.ofMinor(row.get("amount", Long.class), row.get("currency", String.class)), less(row)));
    allocate(tx, money, parts, Netting.of(tx, proposal), "accepted by " + by.actor() + ": " + Sentences.of(whys), by);
  }

  private static Optional<Less> less(Record row) {
    return Optional.ofNullable(row.get("let_go", Long.class))
        .map(amount -> new Less(Money.ofMinor(amount, row.get("currency", String.class)), row.get("let_go_for", String.class)));
  }

  void decline(DSLContext tx, UUID proposal, Recorded by) {
    var state = tx.fetchOptional("select state from banking.proposal where id = ? for update", proposal)
        .orElseThrow(() -> new CannotMatch("There is no proposal " + proposal + "; ./duly bank proposals lists them."))
        .get("state", String.class);
    requireOpen(state);
    tx.execute("update banking.proposal set state = 'declined', closed_by = ?, closed_at = ?::timestamptz where id = ?", by.actor(), at(by), proposal);
  }

  void allocate(DSLContext tx, UUID entry, List<Allotment> allotments, Recorded by) {
    var money = EntryMoney.of(tx, entry);
    var parts = new ArrayList<Part>();
    var left = money.left();
    for (var one : allotments) {
      var part = part(tx, money, one, left);
      left = left.minus(part.amount());
      parts.add(part);
    }
    allocate(tx, money, parts, List.of(), "allocated by " + by.actor(), by);
    supersede(tx, entry, by);
  }

  private static Part part(DSLContext tx, EntryMoney money, Allotment wanted, Money left) {
    var row = tx.fetchOptional(
            """
            select i.id, i.debtor_id, i.currency, i.gross - coalesce((select sum(p.amount) from ledger.posting p where p.invoice_id = i.id), 0)::bigint as open
              from ledger.invoice i where i.creditor_id = ? and i.number = ?
            """,
            money.creditor().value(), wanted.invoice())
        .orElseThrow(() -> new CannotMatch("The creditor has no invoice " + wanted.invoice() + "; look its number up with ./duly case list."));
    if (!row.get("currency", String.class).equals(left.currency().getCurrencyCode())) {
      throw new CannotMatch("Invoice " + wanted.invoice() + " is in " + row.get("currency") + ", the money in " + left.currency() + ".");
    }
    var open = new Money(row.get("open", Long.class), left.currency());
    var amount = wanted.amount().orElse(open.min(left));
    if (!amount.isPositive() || amount.compareTo(open) > 0 || amount.compareTo(left) > 0) {
      throw new CannotMatch("Of invoice " + wanted.invoice() + " " + open + " is open and of the money " + left + " is left; " + amount + " cannot be allocated.");
    }
    return new Part(row.get("id", UUID.class), wanted.invoice(), new DebtorId(row.get("debtor_id", UUID.class)), amount, Optional.empty());
  }

  private void allocate(DSLContext tx, EntryMoney money, List<Part> parts, List<Netting.Credit> credits, String why, Recorded by) {
    var allocations = new LinkedHashMap<UUID, UUID>();
    tx.execute("create temp table cash_part (posting_id uuid, entry_id uuid, receipt_id uuid, invoice_id uuid, amount bigint, why text) on commit drop");
    tx.execute("create temp table cash_less (id uuid, allocation_id uuid, amount bigint, reason text) on commit drop");
    tx.execute("create temp table cash_candidate (receipt_id uuid, debtor_id uuid, why text) on commit drop");
    for (var part : parts) {
      var id = ids.next();
      allocations.put(part.invoice(), id);
      tx.execute("insert into cash_part values (?, ?, ?, ?, ?, ?)", id, money.entry(), money.receipt().value(), part.invoice(), part.amount().minor(), why);
      part.less().ifPresent(less -> tx.execute("insert into cash_less values (?, ?, ?, ?)", ids.next(), id, less.amount().minor(), less.reason()));
    }
    var rest = parts.stream().map(Part::amount).reduce(money.left(), Money::minus);
    var debtors = parts.stream().map(Part::debtor).distinct().toList();
    ledger.clear(tx, List.of(money.receipt()));
    if (rest.isPositive()) {
      debtors.forEach(debtor -> tx.execute("insert into cash_candidate values (?, ?, ?)", money.receipt().value(), debtor.value(), "it is left of a payment of theirs"));
    }
    allocating.apply(tx, by);
    netting.net(tx, credits, allocations, why, by);
    toCharges.apply(tx, money.creditor(), by);
    debtors.forEach(debtor -> learn(tx, money, debtor, by));
    result(tx, money.entry(), money.creditor(), "by_hand", Optional.empty(), by);
    tx.execute("drop table cash_part, cash_less, cash_candidate");
  }

  private void learn(DSLContext tx, EntryMoney money, DebtorId debtor, Recorded by) {
    money.account().ifPresent(account -> tx.execute(
        """
        insert into banking.payer_account (id, creditor_id, account, debtor_id, entry_id, recognised, actor, at)
        values (?, ?, ?, ?, ?, false, ?, ?::timestamptz) on conflict do nothing
        """,
        ids.next(), money.creditor().value(), account, debtor.value(), money.entry(), by.actor(), at(by)));
  }

  void setAside(DSLContext tx, UUID entry, String why, Recorded by) {
    var money = EntryMoney.of(tx, entry);
    lines.ofCandidates(tx, money.receipt(), "money-set-aside", "Money that could have been this debtor's is not: " + why, by);
    ledger.clear(tx, List.of(money.receipt()));
    supersede(tx, entry, by);
    result(tx, entry, money.creditor(), "set_aside", Optional.of(why), by);
  }

  void link(DSLContext tx, CreditorId creditor, String account, DebtorId debtor, Recorded by) {
    tx.execute(
        "insert into banking.payer_account (id, creditor_id, account, debtor_id, entry_id, recognised, actor, at) values (?, ?, ?, ?, null, true, ?, ?::timestamptz)",
        ids.next(), creditor.value(), account, debtor.value(), by.actor(), at(by));
  }

  private static void supersede(DSLContext tx, UUID entry, Recorded by) {
    tx.execute("update banking.proposal set state = 'superseded', closed_by = ?, closed_at = ?::timestamptz where entry_id = ? and state = 'open'", by.actor(), at(by), entry);
  }

  static void result(DSLContext tx, UUID entry, CreditorId creditor, String result, Optional<String> why, Recorded by) {
    tx.execute(
        """
        insert into banking.matched (entry_id, creditor_id, result, day, actor, at, why) values (?, ?, ?, ?, ?, ?::timestamptz, ?)
        on conflict (entry_id) do update set result = excluded.result, day = excluded.day, actor = excluded.actor, at = excluded.at, why = excluded.why
        """,
        entry, creditor.value(), result, by.on(), by.actor(), at(by), why.orElse(null));
    tx.execute("delete from banking.unseen where entry_id = ?", entry);
  }

  private static void requireOpen(String state) {
    if (!state.equals("open")) {
      throw new CannotMatch("That proposal is " + state + " already; ./duly bank proposals lists those that are open.");
    }
  }

  private static String at(Recorded by) {
    return by.recordedAt().toString();
  }
}
