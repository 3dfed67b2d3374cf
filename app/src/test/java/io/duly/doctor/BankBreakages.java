package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;

import java.util.List;
import java.util.Set;

/** What can be wrong with what the bank told. */
final class BankBreakages {
  private BankBreakages() {}

  static List<Breakage> all() {
    return List.of(
        seenBy("bank-statement-sum", "update banking.statement set total = total + 1 where id = $monday"),
        seenBy("bank-statement-sum", "update banking.statement set entries = 2 where id = $monday"),
        seenBy(Set.of("bank-statement-sum", "bank-receipt"), "update banking.entry set amount = 4999 where id = $firstEntry"),
        seenBy("bank-receipt", "update ledger.receipt set received_on = '2026-03-02' where id = $bankReceipt"),
        seenBy("bank-receipt", "update banking.entry set reversal = true where id = $firstEntry"),
        seenBy(Set.of("bank-receipt", "bank-receipt-once"), "update banking.entry set receipt_id = null where id = $firstEntry"),
        seenBy("bank-receipt-once", "update ledger.receipt set source_key = 'bank:elsewhere' where id = $bankReceipt"),
        seenBy("bank-same-payment", "update banking.entry set same_as = $firstEntry where id = $bookedLater"),
        seenBy("bank-gap-told", "delete from intake.finding where code = 'statement-gap'"),
        seenBy("bank-known-to", "update banking.account set known_to = '2026-03-01' where id = $account"),
        seenBy(Set.of("bank-known-to"), "update banking.statement set opening = 5001 where id = $tuesday"),
        seenBy("stale-hold-over", "update cases.creditor_hold set days = 30"));
  }
}
