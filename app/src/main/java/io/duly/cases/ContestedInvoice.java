package io.duly.cases;

import static io.duly.database.jooq.ledger.Tables.INVOICE;
import static io.duly.database.jooq.ledger.Tables.POSTING;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;

/** What a dispute needs to know of its invoice. */
record ContestedInvoice(InvoiceId id, String number, CreditorId creditor, DebtorId debtor, Currency currency) {

  static Optional<ContestedInvoice> of(DSLContext tx, InvoiceId id) {
    return tx.select(INVOICE.NUMBER, INVOICE.CREDITOR_ID, INVOICE.DEBTOR_ID, INVOICE.CURRENCY)
        .from(INVOICE)
        .where(INVOICE.ID.eq(id.value()))
        .fetchOptional()
        .map(
            row ->
                new ContestedInvoice(
                    id,
                    row.value1(),
                    new CreditorId(row.value2()),
                    new DebtorId(row.value3()),
                    Currency.getInstance(row.value4())));
  }

  /** What credit notes took off the invoice from one day to another. */
  Money credited(DSLContext tx, LocalDate from, LocalDate to) {
    var sum =
        tx.select(DSL.coalesce(DSL.sum(POSTING.AMOUNT), DSL.zero()))
            .from(POSTING)
            .where(POSTING.INVOICE_ID.eq(id.value()))
            .and(POSTING.KIND.eq("credit_note"))
            .and(POSTING.EFFECTIVE_ON.between(from, to))
            .fetchSingle()
            .value1();
    return new Money(sum.longValueExact(), currency);
  }
}
