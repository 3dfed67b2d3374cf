package io.duly.corrections;

import io.duly.corrections.PossibleDuplicate.Decision;
import io.duly.corrections.PossibleDuplicate.Side;
import io.duly.kernel.CaseId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads the possible duplicates, both sides of each. */
final class PossibleDuplicates {
  private static final String SIDE =
      """
      %1$s.number as %1$s_number, %1$s.issued_on as %1$s_issued_on, %1$s.due_on as %1$s_due_on, %1$s.order_number as %1$s_order_number,
      %1$s.delivered_on as %1$s_delivered_on, %1$s.gross as %1$s_gross,
      %1$s.gross - coalesce((select sum(amount) from ledger.posting p where p.invoice_id = %1$s.id), 0)::bigint as %1$s_open
      """;
  private static final String READ =
      "select d.*, i.currency, c.name as creditor, b.name as debtor, (select number from cases.recovery_case r where r.debtor_id = d.debtor_id"
          + " and r.currency = i.currency and r.stage <> 'closed') as case_number, "
          + SIDE.formatted("i") + ", " + SIDE.formatted("e")
          + """
             from corrections.possible_duplicate d join ledger.invoice i on i.id = d.invoice_id join ledger.invoice e on e.id = d.earlier_id
             join parties.creditor c on c.id = d.creditor_id join parties.debtor b on b.id = d.debtor_id
            """;
  private static final String UNDECIDED =
      " d.decision is null and not exists (select from corrections.possible_duplicate o where o.invoice_id = d.invoice_id and o.decision = 'duplicate')";
  private static final String ORDER = " order by d.found_on, b.name, i.number";

  private PossibleDuplicates() {}

  static List<PossibleDuplicate> undecided(DSLContext tx, int most) {
    return tx.fetch(READ + " where" + UNDECIDED + ORDER + " limit ?", most).map(PossibleDuplicates::read);
  }

  static List<PossibleDuplicate> all(DSLContext tx, int most) {
    return tx.fetch(READ + ORDER + " limit ?", most).map(PossibleDuplicates::read);
  }

  static List<PossibleDuplicate> of(DSLContext tx, CaseId recovery) {
    return tx.fetch(
            READ + " join cases.recovery_case q on q.debtor_id = d.debtor_id and q.currency = i.currency where q.id = ? and" + UNDECIDED + ORDER,
            recovery.value())
        .map(PossibleDuplicates::read);
  }

  static List<PossibleDuplicate> of(DSLContext tx, InvoiceId invoice) {
    return tx.fetch(READ + " where ? in (d.invoice_id, d.earlier_id)" + ORDER, invoice.value()).map(PossibleDuplicates::read);
  }

  static Optional<PossibleDuplicate> the(DSLContext tx, UUID id) {
    return tx.fetchOptional(READ + " where d.id = ?", id).map(PossibleDuplicates::read);
  }

  private static PossibleDuplicate read(Record row) {
    return new PossibleDuplicate(
        row.get("id", UUID.class),
        row.get("creditor", String.class),
        row.get("debtor", String.class),
        new DebtorId(row.get("debtor_id", UUID.class)),
        Optional.ofNullable(row.get("case_number", Long.class)),
        side(row, "invoice_id", "i_"),
        side(row, "earlier_id", "e_"),
        row.get("why", String.class),
        row.get("found_on", LocalDate.class),
        Optional.ofNullable(row.get("decision", String.class)).map(word -> decision(row, word)));
  }

  private static Decision decision(Record row, String word) {
    return new Decision(
        word.equals("duplicate"), row.get("decided_on", LocalDate.class), row.get("decided_by", String.class), row.get("decided_why", String.class));
  }

  private static Side side(Record row, String id, String of) {
    var currency = row.get("currency", String.class);
    return new Side(
        new InvoiceId(row.get(id, UUID.class)),
        row.get(of + "number", String.class),
        row.get(of + "issued_on", LocalDate.class),
        row.get(of + "due_on", LocalDate.class),
        Optional.ofNullable(row.get(of + "order_number", String.class)),
        Optional.ofNullable(row.get(of + "delivered_on", LocalDate.class)),
        Money.ofMinor(row.get(of + "gross", Long.class), currency),
        Money.ofMinor(row.get(of + "open", Long.class), currency));
  }
}
