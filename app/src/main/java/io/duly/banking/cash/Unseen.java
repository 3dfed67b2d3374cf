package io.duly.banking.cash;

import io.duly.database.CopiedRows;
import io.duly.kernel.CreditorId;
import io.duly.kernel.Money;
import io.duly.matching.Payment;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the entries that nobody has looked at. */
final class Unseen {
  private static final String PAYMENTS =
      """
      select e.id, e.receipt_id, e.day, e.currency, r.amount - coalesce((select sum(u.amount) from ledger.used u where u.receipt_id = r.id), 0)::bigint,
             e.payment_references, e.documents, e.remittance, e.end_to_end, e.counterparty, e.ultimate_party, e.counterparty_account,
             e.charges, e.charges_currency, e.original, e.original_currency, e.amount
        from banking.unseen n join banking.entry e on e.id = n.entry_id join ledger.receipt r on r.id = e.receipt_id
       where n.creditor_id = '{creditor}' and not r.used_up
      """;

  private Unseen() {}

  static List<UnseenEntry> payments(Connection tx, CreditorId creditor) throws SQLException {
    var entries = new ArrayList<UnseenEntry>();
    try (var rows = CopiedRows.of(tx, PAYMENTS.replace("{creditor}", creditor.toString()))) {
      while (rows.next()) {
        entries.add(entry(rows));
      }
    }
    return entries;
  }

  private static UnseenEntry entry(CopiedRows rows) {
    var id = rows.uuid();
    var receipt = rows.uuid();
    var day = rows.date();
    var currency = rows.text();
    var amount = Money.ofMinor(rows.int8(), currency);
    var payment = new Payment(id, day, amount, rows.texts(), rows.texts(), rows.text(), text(rows), text(rows), text(rows), text(rows), money(rows));
    return new UnseenEntry(receipt, sent(payment, money(rows), rows.int8()));
  }

  /** In the same currency less came than was sent: banks kept the rest. In another one it is what the payer sent. */
  private static Payment sent(Payment payment, Optional<Money> original, long came) {
    var currency = payment.amount().currency();
    var kept = original.filter(sent -> sent.currency().equals(currency) && sent.minor() > came).map(sent -> new Money(sent.minor() - came, currency));
    return new Payment(payment.id(), payment.day(), payment.amount(), payment.references(), payment.documents(), payment.remittance(), payment.endToEnd(), payment.payer(),
        payment.onBehalfOf(), payment.account(), payment.charges().or(() -> kept), original.filter(sent -> !sent.currency().equals(currency)));
  }

  private static Optional<String> text(CopiedRows rows) {
    return Optional.ofNullable(rows.textOrNull());
  }

  private static Optional<Money> money(CopiedRows rows) {
    var amount = rows.int8OrNull();
    var currency = rows.textOrNull();
    return amount == null || currency == null ? Optional.empty() : Optional.of(Money.ofMinor(Math.abs(amount), currency));
  }
}
