package io.duly.einvoice;

import io.duly.journal.Sha256;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * What is known under the number of a document.
 *
 * @param ledger the invoice or credit note
 * @param document the electronic document it came from, where it came from one
 */
record Earlier(UUID ledger, DebtorId debtor, Optional<UUID> document, Optional<String> seller, Optional<Sha256> content, Money amount, LocalDate issuedOn) {

  /** The one of the ledger with that number; a payee who collects for several sellers may have another seller's. */
  static Optional<Earlier> of(DSLContext tx, CreditorId creditor, boolean credit, String number) {
    var sql = credit
        ? "select l.id, l.debtor_id, l.currency, l.amount, l.issued_on, d.id as document, d.seller, d.content from ledger.credit_note l"
            + " left join einvoice.e_invoice d on d.credit_note_id = l.id where l.creditor_id = ? and l.number = ?"
        : "select l.id, l.debtor_id, l.currency, l.gross as amount, l.issued_on, d.id as document, d.seller, d.content from ledger.invoice l"
            + " left join einvoice.e_invoice d on d.invoice_id = l.id where l.creditor_id = ? and l.number = ?";
    return tx.fetchOptional(sql, creditor.value(), number).map(Earlier::read);
  }

  private static Earlier read(Record row) {
    return new Earlier(
        row.get("id", UUID.class), new DebtorId(row.get("debtor_id", UUID.class)), Optional.ofNullable(row.get("document", UUID.class)),
        Optional.ofNullable(row.get("seller", String.class)), Optional.ofNullable(row.get("content", byte[].class)).map(Sha256::ofDigest),
        Money.ofMinor(row.get("amount", Long.class), row.get("currency", String.class)), row.get("issued_on", LocalDate.class));
  }

  /** It says the same; of one that a list brought only the amount and the day are known. */
  boolean same(Claim claim) {
    return content.map(Digests.content(claim)::equals)
        .orElseGet(() -> (amount.equals(claim.total()) || amount.equals(claim.payable())) && issuedOn.equals(claim.issuedOn()));
  }

  boolean ofAnotherSeller(String name) {
    return seller.filter(one -> !PartyName.same(one, name)).isPresent();
  }
}
