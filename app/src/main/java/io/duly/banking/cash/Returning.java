package io.duly.banking.cash;

import io.duly.cases.Recorded;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Ledger;
import io.duly.ledger.MoneyReturned;
import io.duly.matching.Why;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Bookings that take money back: a returned debit, a reversed booking. Finds the receipt, reverses what it was allocated to
 * and takes it out of the receipt. Where it is not sure which receipt is meant, a person is asked.
 */
@Component
final class Returning {
  private static final int REMEMBERED_DAYS = 430;
  private static final int MOST = 5;

  private final Undoing undoing;
  private final Ledger ledger;
  private final IdSource ids;

  Returning(Undoing undoing, Ledger ledger, IdSource ids) {
    this.undoing = undoing;
    this.ledger = ledger;
    this.ids = ids;
  }

  /** A receipt that may be meant, with how many things agree: end-to-end id 4, account 2, the text 1. */
  private record Meant(UUID receipt, int points, String reference) {}

  MatchReport all(DSLContext tx, CreditorId creditor, Recorded by) {
    int entries = 0;
    int returned = 0;
    for (var row : unseen(tx, creditor)) {
      entries++;
      returned += one(tx, row, by) ? 1 : 0;
    }
    return new MatchReport(entries, 0, 0, 0, 0, 0, returned);
  }

  private static List<Record> unseen(DSLContext tx, CreditorId creditor) {
    return List.copyOf(tx.fetch(
        """
        select e.id, e.creditor_id, e.day, -e.amount as amount, e.currency from banking.unseen u join banking.entry e on e.id = u.entry_id
         where u.creditor_id = ? and e.amount < 0 order by e.day, e.id
        """,
        creditor.value()));
  }

  private boolean one(DSLContext tx, Record row, Recorded by) {
    var entry = row.get("id", UUID.class);
    var creditor = new CreditorId(row.get("creditor_id", UUID.class));
    var meant = meant(tx, entry, row.get("day", LocalDate.class));
    var sure = sure(meant);
    ByHand.result(tx, entry, creditor, meant.isEmpty() ? "nothing" : "likely", Optional.empty(), by);
    if (sure.isPresent()) {
      takeBack(tx, entry, sure.get().receipt(), by);
      return true;
    }
    for (int at = 0; at < meant.size(); at++) {
      propose(tx, entry, creditor, meant.get(at), at + 1, by);
    }
    return false;
  }

  private static Optional<Meant> sure(List<Meant> meant) {
    return meant.stream().findFirst().filter(first -> first.points() >= 4 && (meant.size() == 1 || meant.get(1).points() < first.points()));
  }

  /** Receipts of the same amount on the same account that something else speaks for, the best first. */
  private static List<Meant> meant(DSLContext tx, UUID entry, LocalDate day) {
    return tx.fetch(
            """
            select r.id, coalesce(o.end_to_end, o.bank_reference, '') as reference,
                   case when b.end_to_end = o.end_to_end and b.end_to_end not in ('NOTPROVIDED', '') or b.mandate = o.mandate and b.remittance = o.remittance then 4 else 0 end
                   + case when b.counterparty_account = o.counterparty_account then 2 else 0 end
                   + case when b.counterparty = o.counterparty then 1 else 0 end
                   + case when length(o.remittance) > 5 and position(o.remittance in b.remittance) > 0 then 2 else 0 end
                   + case when b.bank_reference = o.bank_reference then 3 else 0 end as points
              from banking.entry b join banking.entry o on o.account_id = b.account_id and o.amount = -b.amount and o.receipt_id is not null
                and o.day between ?::date - ?::int and ?::date
              join ledger.receipt r on r.id = o.receipt_id
             where b.id = ? and not exists (select from ledger.receipt_return t where t.receipt_id = r.id)
             order by points desc, o.day desc, r.id
            """,
            day, REMEMBERED_DAYS, day, entry)
        .map(row -> new Meant(row.get("id", UUID.class), row.get("points", Integer.class), row.get("reference", String.class)))
        .stream()
        .filter(one -> one.points() > 0)
        .limit(MOST)
        .toList();
  }

  private void propose(DSLContext tx, UUID entry, CreditorId creditor, Meant meant, int rank, Recorded by) {
    var whys = WhysJson.write(List.of(new Why(Why.Code.EXACT_AMOUNT, List.of(meant.reference()))));
    tx.execute(
        """
        insert into banking.proposal (id, creditor_id, entry_id, rank, kind, score, rest, whys, returns_receipt, made_at)
        values (?, ?, ?, ?, 'return', ?, 0, ?, ?, ?::timestamptz)
        """,
        ids.next(), creditor.value(), entry, rank, Math.min(790, 300 + 100 * meant.points()), whys, meant.receipt(), by.recordedAt().toString());
  }

  /** Everything that the receipt was allocated to, charges too, is open again, and nothing of it is left. */
  void takeBack(DSLContext tx, UUID entry, UUID receipt, Recorded by) {
    var why = "the bank took the money back";
    var postings = Undoing.standing(tx, receipt);
    postings.forEach(posting -> undoing.reverse(tx, posting, Undoing.day(tx, posting, by.on()), why, by));
    undoing.freeCharges(tx, receipt, by.on(), why, by);
    takeOut(tx, entry, receipt, why, by);
  }

  private void takeOut(DSLContext tx, UUID entry, UUID receipt, String why, Recorded by) {
    var row = tx.fetchSingle(
        """
        select e.creditor_id, -e.amount as amount, e.currency,
               greatest(e.day, ?::date, (select max(u.effective_on) from ledger.used u where u.receipt_id = ?)) as day from banking.entry e where e.id = ?
        """,
        by.on(), receipt, entry);
    var amount = Money.ofMinor(row.get("amount", Long.class), row.get("currency", String.class));
    ledger.takeBack(tx, List.of(new MoneyReturned(
        ids.next(), new ReceiptId(receipt), amount, row.get("day", LocalDate.class), "bank:" + entry, by.actor(), why)));
    ledger.clear(tx, List.of(new ReceiptId(receipt)));
    tx.execute("delete from banking.payer_account where entry_id = (select id from banking.entry where receipt_id = ?)", receipt);
    ByHand.result(tx, entry, new CreditorId(row.get("creditor_id", UUID.class)), "returned", Optional.empty(), by);
  }
}
