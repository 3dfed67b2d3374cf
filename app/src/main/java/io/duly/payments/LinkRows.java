package io.duly.payments;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.ReceiptId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads links. */
final class LinkRows {
  private LinkRows() {}

  static Optional<PaymentLink> of(DSLContext tx, UUID id) {
    return tx.fetchOptional("select * from payments.payment_link where id = ?", id).map(LinkRows::read);
  }

  static Optional<PaymentLink> locked(DSLContext tx, UUID id) {
    return tx.fetchOptional("select * from payments.payment_link where id = ? for no key update", id).map(LinkRows::read);
  }

  /** The one of a case and amount that can still be paid. */
  static Optional<PaymentLink> running(DSLContext tx, CaseId recovery, Money amount) {
    return tx.fetchOptional(
            "select * from payments.payment_link where case_id = ? and amount = ? and state in ('new', 'open') for no key update", recovery.value(), amount.minor())
        .map(LinkRows::read);
  }

  static List<PaymentLink> ofCase(DSLContext tx, CaseId recovery) {
    return tx.fetch("select * from payments.payment_link where case_id = ? order by made_at desc, id limit 200", recovery.value()).map(LinkRows::read);
  }

  private static PaymentLink read(Record row) {
    var currency = row.get("currency", String.class).strip();
    var page = Optional.ofNullable(row.get("reference", String.class)).map(reference -> new PaymentLink.Page(reference, row.get("address", String.class)));
    return new PaymentLink(
        row.get("id", UUID.class), new CreditorId(row.get("creditor_id", UUID.class)), new DebtorId(row.get("debtor_id", UUID.class)), new CaseId(row.get("case_id", UUID.class)),
        row.get("provider", String.class), Money.ofMinor(row.get("amount", Long.class), currency), Stream.of(row.get("invoice_ids", UUID[].class)).map(InvoiceId::new).toList(),
        row.get("made_on", LocalDate.class), row.get("made_by", String.class), row.get("expires_at", OffsetDateTime.class).toInstant(),
        PaymentLink.State.valueOf(upper(row.get("state", String.class))), page, Optional.ofNullable(row.get("receipt_id", UUID.class)).map(receipt -> paid(row, receipt, currency)));
  }

  private static PaymentLink.Payment paid(Record row, UUID receipt, String currency) {
    return new PaymentLink.Payment(
        row.get("payment", String.class), row.get("paid_at", OffsetDateTime.class).toInstant(), new ReceiptId(receipt), Money.ofMinor(row.get("refunded", Long.class), currency),
        Optional.ofNullable(row.get("dispute", String.class)).map(LinkRows::upper).map(PaymentLink.Dispute::valueOf), Optional.ofNullable(row.get("dispute_hold", UUID.class)));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
