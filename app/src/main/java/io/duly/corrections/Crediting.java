package io.duly.corrections;

import io.duly.cases.CannotRecord;
import io.duly.cases.Recorded;
import io.duly.kernel.CreditNoteId;
import io.duly.kernel.IdSource;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import io.duly.ledger.Allocation;
import io.duly.ledger.Allocation.FromCreditNote;
import io.duly.ledger.CreditNote;
import io.duly.ledger.Ledger;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Issues the credit note of a correction and sets it against its invoice, whole. */
@Component
final class Crediting {
  private static final String NUMBER =
      """
      select n from (select 'CN-' || ?::text as n, 0 as k union all select 'CN-' || ?::text || '-' || k, k from generate_series(2, 1000) k) s
       where not exists (select from ledger.credit_note c where c.creditor_id = ? and c.number = s.n) order by k limit 1
      """;

  private final Ledger ledger;
  private final IdSource ids;

  Crediting(Ledger ledger, IdSource ids) {
    this.ledger = ledger;
    this.ids = ids;
  }

  /**
   * Which mistake it corrects.
   *
   * @param of the invoice that it repeats, where it is a duplicate
   * @param dispute that it answers
   */
  record Cause(Mistake mistake, Optional<InvoiceId> of, Optional<UUID> dispute, Optional<String> number, String why) {}

  /** The invoice has that much open; answers the number of the credit note. */
  String credit(DSLContext tx, WrongInvoice invoice, Money amount, Cause cause, Recorded by) {
    var number = cause.number().map(given -> free(tx, invoice, given)).orElseGet(() -> number(tx, invoice));
    var note = new CreditNoteId(ids.next());
    ledger.credit(
        tx, List.of(new CreditNote(note, invoice.creditor(), invoice.debtor(), number, amount, invoice.from(by.on()), Optional.of(cause.why()))));
    ledger.allocate(
        tx,
        List.of(
            new Allocation(
                new PostingId(ids.next()), invoice.id(), new FromCreditNote(note), amount, invoice.from(by.on()), by.actor(),
                Optional.of(cause.mistake().sentence()))));
    keep(tx, invoice, note, cause, by);
    return number;
  }

  private static void keep(DSLContext tx, WrongInvoice invoice, CreditNoteId note, Cause cause, Recorded by) {
    @Nullable UUID of = cause.of().map(InvoiceId::value).orElse(null);
    @Nullable UUID dispute = cause.dispute().orElse(null);
    tx.execute(
        """
        insert into corrections.correction (credit_note_id, creditor_id, debtor_id, invoice_id, reason, why, duplicate_of, dispute_id,
            corrected_on, corrected_by, recorded_at)
        values (?, ?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?::date, ?, ?::timestamptz)
        """,
        note.value(), invoice.creditor().value(), invoice.debtor().value(), invoice.id().value(), cause.mistake().word(), cause.why(), of,
        dispute, by.on(), by.actor(), by.recordedAt().atOffset(ZoneOffset.UTC));
  }

  /** One of our own, told from the biller's by its beginning. */
  private static String number(DSLContext tx, WrongInvoice invoice) {
    return tx.fetchSingle(NUMBER, invoice.number(), invoice.number(), invoice.creditor().value()).get(0, String.class);
  }

  private static String free(DSLContext tx, WrongInvoice invoice, String given) {
    boolean taken =
        tx.fetchSingle(
                "select exists (select from ledger.credit_note where creditor_id = ? and number = ?)", invoice.creditor().value(), given)
            .get(0, Boolean.class);
    if (taken || given.isBlank()) {
      throw new CannotRecord(
          given.isBlank()
              ? "The credit note's number is empty."
              : "There is a credit note " + given + " already. If it is this one, allocate it: ./duly case allocate sets it against the invoice.");
    }
    return given.strip();
  }
}
