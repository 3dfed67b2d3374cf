package io.duly.banking.cash;

import io.duly.cases.Recorded;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.PostingId;
import io.duly.kernel.ReceiptId;
import io.duly.ledger.Candidate;
import io.duly.ledger.ChargeBook;
import io.duly.ledger.Ledger;
import io.duly.ledger.Reversal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** Takes allocations back: the money is free again and waits, the debtor is its candidate, what was learned is forgotten. */
@Component
final class Undoing {
  private final Ledger ledger;
  private final ChargeBook charges;
  private final CaseLines lines;
  private final IdSource ids;

  Undoing(Ledger ledger, ChargeBook charges, CaseLines lines, IdSource ids) {
    this.ledger = ledger;
    this.charges = charges;
    this.lines = lines;
    this.ids = ids;
  }

  void reverse(DSLContext tx, PostingId posting, String why, Recorded by) {
    var row = tx.fetchOptional(
            """
            select p.id, p.creditor_id, p.debtor_id, p.receipt_id, e.id as entry_id
              from ledger.posting p join banking.entry e on e.receipt_id = p.receipt_id where p.id = ? and p.reverses_id is null
            """,
            posting.value())
        .orElseThrow(() -> new CannotMatch("No allocation " + posting + " is of money from the bank; ./duly case show lists the postings of a case."));
    var creditor = new CreditorId(row.get("creditor_id", UUID.class));
    Matchmaking.alone(tx, creditor);
    var entry = row.get("entry_id", UUID.class);
    reverse(tx, posting, day(tx, posting, by.on()), why, by);
    free(tx, row, creditor, why);
    tx.execute("delete from banking.payer_account where entry_id = ?", entry);
    ByHand.result(tx, entry, creditor, "likely", Optional.empty(), by);
  }

  int reverseAll(DSLContext tx, UUID entry, String why, Recorded by) {
    var money = EntryMoney.of(tx, entry);
    var postings = standing(tx, money.receipt().value());
    int freed = freeCharges(tx, money.receipt().value(), by.on(), why, by);
    if (postings.isEmpty() && freed == 0) {
      throw new CannotMatch("Nothing of that money is allocated; there is nothing to take back.");
    }
    postings.forEach(posting -> reverse(tx, posting, why, by));
    if (postings.isEmpty()) {
      ByHand.result(tx, entry, money.creditor(), "likely", Optional.empty(), by);
    }
    return postings.size() + freed;
  }

  /**
   * Takes a receipt back from every charge that it paid; its debtors are named for the money. The charges are open again.
   *
   * @return how many postings were undone
   */
  int freeCharges(DSLContext tx, UUID receipt, LocalDate today, String why, Recorded by) {
    var standing = List.copyOf(tx.fetch(
        """
        select p.id, p.creditor_id, p.debtor_id, p.receipt_id, greatest(p.effective_on, ?::date) as day from ledger.charge_posting p
         where p.receipt_id = ? and p.reverses_id is null and not exists (select from ledger.charge_posting u where u.reverses_id = p.id) order by p.id
        """,
        today, receipt));
    for (var row : standing) {
      var posting = row.get("id", UUID.class);
      charges.reverse(tx, List.of(new Reversal(new PostingId(ids.next()), new PostingId(posting), row.get("day", LocalDate.class), by.actor(), why)));
      lines.ofChargePosting(tx, posting, "allocation-reversed", "An allocation was taken back: " + why, by);
      free(tx, row, new CreditorId(row.get("creditor_id", UUID.class)), why);
    }
    return standing.size();
  }

  /** What a receipt is allocated to now. */
  static List<PostingId> standing(DSLContext tx, UUID receipt) {
    return tx.fetch(
            """
            select p.id from ledger.posting p where p.receipt_id = ? and p.reverses_id is null
               and not exists (select from ledger.posting u where u.reverses_id = p.id) order by p.id
            """,
            receipt)
        .map(row -> new PostingId(row.get("id", UUID.class)));
  }

  private void free(DSLContext tx, Record row, CreditorId creditor, String why) {
    var receipt = new ReceiptId(row.get("receipt_id", UUID.class));
    ledger.suspect(tx, List.of(new Candidate(receipt, new DebtorId(row.get("debtor_id", UUID.class)), creditor, "it was allocated to what they owe, which was taken back: " + why)));
  }

  /** Undoes a posting whole, and says so in the journal of its case. */
  void reverse(DSLContext tx, PostingId posting, LocalDate on, String why, Recorded by) {
    ledger.reverse(tx, List.of(new Reversal(new PostingId(ids.next()), posting, on, by.actor(), why)));
    lines.ofPosting(tx, posting.value(), "allocation-reversed", "An allocation was taken back: " + why, by);
  }

  /** Today, or the day of what is undone where that is later. */
  static LocalDate day(DSLContext tx, PostingId posting, LocalDate today) {
    return tx.fetchOptional("select greatest(effective_on, ?::date) as day from ledger.posting where id = ?", today, posting.value())
        .map(row -> row.get("day", LocalDate.class))
        .orElse(today);
  }
}
