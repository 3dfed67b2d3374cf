package io.duly.desk.invoice;

import io.duly.journal.Sha256;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Which invoice it is and what it says of itself.
 *
 * @param gross with tax, minor units
 * @param caseNumber the case it belongs or belonged to last
 * @param document the original, where it was archived
 */
public record InvoiceHead(
    InvoiceId id,
    String number,
    DebtorId debtor,
    String debtorName,
    String creditorName,
    Currency currency,
    long gross,
    Optional<Long> tax,
    LocalDate issuedOn,
    Optional<LocalDate> deliveredOn,
    LocalDate dueOn,
    Optional<String> orderNumber,
    Optional<String> paymentReference,
    Optional<String> termsVersion,
    Optional<Long> caseNumber,
    Optional<Sha256> document) {
  private static final String HEAD =
      """
      select i.*, (select p.reference from ledger.payment_reference p where p.invoice_id = i.id) as issued_reference, d.name as debtor_name, r.name as creditor_name,
          (select c.number from cases.recovery_case c where c.debtor_id = i.debtor_id and c.currency = i.currency
            order by c.closed_on is null desc, c.opened_on desc, c.number desc limit 1) as case_number
        from ledger.invoice i join parties.debtor d on d.id = i.debtor_id join parties.creditor r on r.id = i.creditor_id
       where i.id = ?
      """;

  /** Empty where there is no such invoice, or none that the person may see. */
  static Optional<InvoiceHead> find(DSLContext scoped, UUID id) {
    return scoped.fetchOptional(HEAD, id).map(InvoiceHead::head);
  }

  public String address() {
    return "/invoices/" + id;
  }

  private static InvoiceHead head(Record row) {
    return new InvoiceHead(
        new InvoiceId(row.get("id", UUID.class)),
        row.get("number", String.class),
        new DebtorId(row.get("debtor_id", UUID.class)),
        row.get("debtor_name", String.class),
        row.get("creditor_name", String.class),
        Currency.getInstance(row.get("currency", String.class)),
        row.get("gross", Long.class),
        Optional.ofNullable(row.get("tax", Long.class)),
        row.get("issued_on", LocalDate.class),
        Optional.ofNullable(row.get("delivered_on", LocalDate.class)),
        row.get("due_on", LocalDate.class),
        Optional.ofNullable(row.get("order_number", String.class)),
        Optional.ofNullable(row.get("payment_reference", String.class)).or(() -> Optional.ofNullable(row.get("issued_reference", String.class))),
        Optional.ofNullable(row.get("terms_version", String.class)),
        Optional.ofNullable(row.get("case_number", Long.class)),
        Optional.ofNullable(row.get("document", byte[].class)).filter(bytes -> bytes.length == 32).map(Sha256::ofDigest));
  }
}
