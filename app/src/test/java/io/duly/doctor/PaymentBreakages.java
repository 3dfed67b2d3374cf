package io.duly.doctor;

import static io.duly.doctor.Breakage.seenBy;

import java.util.List;

/** What can be wrong with payments by a provider. */
final class PaymentBreakages {
  private static final String LINK = "00000000-0000-0000-0021-0000000000c1";
  private static final String PAID =
      """
      insert into payments.payment_link (id, creditor_id, debtor_id, case_id, provider, currency, amount, invoice_ids, made_on, made_at, made_by, expires_at, state, reference, address,
        payment, paid_at, receipt_id)
      select '%s', r.creditor_id, r.debtor_id, $case3, 'acme', r.currency, r.amount, array[$invoiceC1]::uuid[], '2026-03-03', '2026-03-03 04:00Z', 'person:ada', '2026-03-05 04:00Z', 'paid',
             'l1', 'https://pay.example/l1', 'p1', '2026-03-03 04:30Z', r.id from ledger.receipt r where r.id = $receiptC
      """.formatted(LINK);
  private static final String TAKEN = "update ledger.receipt set kind = 'provider' where id = $receiptC";

  private PaymentBreakages() {}

  static List<Breakage> all() {
    var written = Breakages.another("$case3", "paid-online", LINK);
    return List.of(
        seenBy("online-received", PAID, TAKEN, written, "update payments.payment_link set amount = 901"),
        seenBy("online-received", PAID, written),
        seenBy("online-linked", TAKEN),
        seenBy("online-back", PAID, TAKEN, written, "update payments.payment_link set refunded = 1"),
        seenBy("online-entry", PAID, TAKEN),
        seenBy("payout-once",
            """
            insert into banking.payout (id, creditor_id, provider, reference, currency, amount, told_at, entry_id)
              select gen_random_uuid(), creditor_id, 'acme', 'PO-000001', currency, amount, now(), id from banking.entry where id = $firstEntry
            """));
  }
}
