package io.duly.calls;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * Has it been paid (P08)? What keeps a message back keeps a call back too: money in the currency of the case that is the debtor's, or
 * could be, and lies unallocated; and bank data that is too old to say what has come. A person may look into it and say why it does not
 * stand against the call. Of money that could be theirs that holds as long as no more of it is free; of money that is theirs, and of old
 * bank data, for the day.
 */
@Component
public final class MoneyFirst {
  private static final int LONGEST = 500;
  /** The same money as the daily cycle and the gate of messages read (LedgerRead). */
  private static final String LYING =
      """
      select m.* from (
        select r.id, false as credit, true as certain, r.amount - coalesce((select sum(u.amount) from ledger.used u where u.receipt_id = r.id), 0)::bigint as left_over,
               r.currency, r.received_on as on_day, r.payer, r.reference, null as because
          from ledger.receipt r where r.debtor_id = ? and r.currency = ? and not r.used_up and r.received_on <= ?
        union all
        select r.id, false, false, r.amount - coalesce((select sum(u.amount) from ledger.used u where u.receipt_id = r.id), 0)::bigint,
               r.currency, r.received_on, r.payer, r.reference, c.why
          from ledger.receipt_candidate c join ledger.receipt r on r.id = c.receipt_id
         where c.debtor_id = ? and r.debtor_id is null and r.currency = ? and not r.used_up and r.received_on <= ?
        union all
        select n.id, true, true, n.amount - coalesce((select sum(u.amount) from ledger.used u where u.credit_note_id = n.id), 0)::bigint,
               n.currency, n.issued_on, null, n.number, null
          from ledger.credit_note n where n.debtor_id = ? and n.currency = ? and not n.used_up and n.issued_on <= ?) m
       where m.left_over > 0
         and not exists (select from calls.money_looked l where l.debtor_id = ? and coalesce(l.receipt_id, l.credit_note_id) = m.id and l.amount >= m.left_over
               and (not m.certain or l.looked_on = ?))
       order by m.on_day, m.id
      """;
  private static final String TOO_OLD =
      """
      select h.id, h.why from cases.creditor_hold h where h.creditor_id = ? and h.kind = 'bank_data_stale' and h.lifted_on is null
         and not exists (select from calls.money_looked l where l.debtor_id = ? and l.creditor_hold_id = h.id and l.looked_on = ?)
      """;
  private static final String LOOKED =
      """
      insert into calls.money_looked (id, creditor_id, debtor_id, case_id, receipt_id, credit_note_id, creditor_hold_id, amount, why, looked_by, looked_on, recorded_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)
      """;

  private final CaseJournal cases;
  private final IdSource ids;

  MoneyFirst(CaseJournal cases, IdSource ids) {
    this.cases = cases;
    this.ids = ids;
  }

  /** What has to be looked into before the debtor of a case is called on a day. */
  public List<LyingMoney> of(DSLContext tx, CaseHead head, LocalDate day) {
    var debtor = head.debtor().value();
    var currency = head.currency().getCurrencyCode();
    return tx.fetch(LYING, debtor, currency, day, debtor, currency, day, debtor, currency, day, debtor, day).map(MoneyFirst::money);
  }

  /** Bank data that is too old to say whether they have paid since, where nobody has looked elsewhere on the day. */
  public Optional<OldBankData> tooOld(DSLContext tx, CaseHead head, LocalDate day) {
    return tx.fetchOptional(TOO_OLD, head.creditor().value(), head.debtor().value(), day).map(row -> new OldBankData(row.get("id", UUID.class), row.get("why", String.class)));
  }

  /**
   * Somebody looked into it.
   *
   * @param money the receipt or credit note, or the hold of old bank data
   * @param why it is not theirs, or does not stand against a call
   * @throws CannotRecord where no reason is given, or it does not lie there any more
   */
  public void looked(DSLContext tx, CaseHead head, UUID money, String why, Recorded by) {
    var reason = why.replace("\0", "").strip();
    if (reason.isEmpty() || reason.length() > LONGEST) {
      throw new CannotRecord("Say in up to " + LONGEST + " signs how you know.");
    }
    cases.locked(tx, List.of(cases.open(tx, head.id()).id()));
    var old = tooOld(tx, head, by.on()).filter(one -> one.id().equals(money));
    if (old.isPresent()) {
      lookedElsewhere(tx, head, old.get(), reason, by);
      return;
    }
    var lying = of(tx, head, by.on()).stream().filter(one -> one.id().equals(money)).findFirst()
        .orElseThrow(() -> new CannotRecord("That money does not wait any more."));
    tx.execute(
        LOOKED, ids.next(), head.creditor().value(), head.debtor().value(), head.id().value(), lying.credit() ? null : money, lying.credit() ? money : null, null,
        lying.left().minor(), reason, by.actor(), by.on(), Calls.at(by.recordedAt()));
    var told = "Looked into " + lying.left() + " of " + lying.on() + " before a call" + (lying.certain() ? "" : ", not theirs") + ": " + reason;
    cases.write(tx, List.of(head), "money-looked-at", told, Map.of("money", money.toString(), "amount", lying.left().toString(), "why", reason), by);
  }

  private void lookedElsewhere(DSLContext tx, CaseHead head, OldBankData old, String reason, Recorded by) {
    tx.execute(
        LOOKED, ids.next(), head.creditor().value(), head.debtor().value(), head.id().value(), null, null, old.id(), null, reason, by.actor(), by.on(),
        Calls.at(by.recordedAt()));
    var facts = Map.of("hold", old.id().toString(), "why", reason);
    cases.write(tx, List.of(head), "money-looked-at", "Looked for money elsewhere before a call, as the bank data is too old: " + reason, facts, by);
  }

  private static LyingMoney money(Record row) {
    return new LyingMoney(
        row.get("id", UUID.class), row.get("credit", Boolean.class), row.get("certain", Boolean.class),
        Money.ofMinor(row.get("left_over", Long.class), row.get("currency", String.class)), row.get("on_day", LocalDate.class),
        Optional.ofNullable(row.get("payer", String.class)), Optional.ofNullable(row.get("reference", String.class)), Optional.ofNullable(row.get("because", String.class)));
  }
}
