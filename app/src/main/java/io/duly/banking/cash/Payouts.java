package io.duly.banking.cash;

import io.duly.cases.Recorded;
import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What providers of payments pay out. Its line at the bank is known by the payout's reference, currency and amount, and is set aside:
 * the payments in it are in the books already, each with its debtor. What comes before it was told of waits like any other money.
 */
@Component
public final class Payouts {
  /** A line that nobody allocated, in any order with the payout. */
  private static final String FOUND =
      """
      select e.id, p.id as payout, p.reference from banking.payout p join banking.entry e on e.creditor_id = p.creditor_id and e.currency = p.currency and e.amount = p.amount
        join ledger.receipt r on r.id = e.receipt_id
       where p.creditor_id = ? and p.entry_id is null and e.same_as is null and not exists (select from banking.payout o where o.entry_id = e.id)
         and not exists (select from ledger.used u where u.receipt_id = r.id)
         and strpos(upper(concat_ws(' ', e.remittance, e.end_to_end, e.bank_reference, array_to_string(e.payment_references, ' '))), upper(p.reference)) > 0
       order by p.told_at, e.day, e.id
      """;

  private final ByHand byHand;
  private final IdSource ids;

  Payouts(ByHand byHand, IdSource ids) {
    this.byHand = byHand;
    this.ids = ids;
  }

  /**
   * A payout is on its way, or has come already.
   *
   * @param reference as it stands in the line of the bank
   * @return whether it is told for the first time
   */
  public boolean expect(DSLContext tx, CreditorId creditor, String provider, String reference, Money amount, Recorded by) {
    boolean fresh = tx.execute(
            "insert into banking.payout (id, creditor_id, provider, reference, currency, amount, told_at) values (?, ?, ?, ?, ?, ?, ?::timestamptz) on conflict do nothing",
            ids.next(), creditor.value(), provider, reference, amount.currency().getCurrencyCode(), amount.minor(), by.recordedAt().atOffset(ZoneOffset.UTC))
        == 1;
    setAside(tx, creditor, by);
    return fresh;
  }

  /** Before anybody looks whose money it could be. @return how many lines were payouts */
  int setAside(DSLContext tx, CreditorId creditor, Recorded by) {
    int found = 0;
    for (var row : List.copyOf(tx.fetch(FOUND, creditor.value()))) {
      var entry = row.get("id", UUID.class);
      boolean first = tx.execute(
              "update banking.payout set entry_id = ? where id = ? and entry_id is null and not exists (select from banking.payout o where o.entry_id = ?)", entry, row.get("payout", UUID.class), entry)
          == 1;
      if (first) {
        byHand.setAside(tx, entry, "payout " + row.get("reference") + " of the provider of payments, whose payments are in the books already", by);
        found++;
      }
    }
    return found;
  }
}
