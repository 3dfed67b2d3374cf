package io.duly.ledger;

import io.duly.kernel.ChargeId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads charges and what changed them, as of a day. */
final class ChargesRead {
  private static final String LINES =
      """
      select c.*, i.number, p.paid, p.waived, p.cancelled_by, p.last_on
        from ledger.charge c join ledger.invoice i on i.id = c.invoice_id cross join lateral (
          select coalesce(sum(amount) filter (where kind in ('receipt', 'credit_note')), 0) as paid,
              coalesce(sum(amount) filter (where kind = 'waiver'), 0) as waived,
              max(effective_on) filter (where kind = 'cancellation') as cancelled_by, max(effective_on) as last_on
            from ledger.charge_posting where charge_id = c.id and effective_on <= ?) p
       where c.posted_on <= ? and
      """;

  List<ChargeLine> of(DSLContext tx, Collection<DebtorId> debtors, LocalDate day) {
    return tx.fetch(
            LINES + " c.debtor_id = any (?) order by i.due_on, i.number, c.from_day, c.kind, c.id",
            day, day, debtors.stream().map(DebtorId::value).toArray(UUID[]::new))
        .map(ChargesRead::line);
  }

  Optional<ChargeLine> one(DSLContext tx, ChargeId charge, LocalDate day) {
    return tx.fetchOptional(LINES + " c.id = ?", day, day, charge.value()).map(ChargesRead::line);
  }

  List<ChargePostingLine> postings(DSLContext tx, DebtorId debtor, LocalDate day) {
    return tx.fetch(
            """
            select p.id, p.charge_id, p.kind, p.currency, p.amount, p.effective_on, p.actor, p.why,
                coalesce(p.receipt_id, p.credit_note_id) as from_id, coalesce(r.reference, n.number) as source,
                exists (select from ledger.charge_posting u where u.reverses_id = p.id and u.effective_on <= ?) as reversed
              from ledger.charge_posting p left join ledger.receipt r on r.id = p.receipt_id
              left join ledger.credit_note n on n.id = p.credit_note_id
             where p.debtor_id = ? and p.effective_on <= ? order by p.effective_on, p.id
            """,
            day, debtor.value(), day)
        .map(ChargesRead::posting);
  }

  Optional<LocalDate> lastPosted(DSLContext tx, DebtorId debtor) {
    return tx.fetchOptional("select max(posted_on) as day from ledger.charge where debtor_id = ?", debtor.value())
        .flatMap(row -> Optional.ofNullable(row.get("day", LocalDate.class)));
  }

  private static ChargeLine line(Record row) {
    var currency = row.get("currency", String.class);
    var charge = charge(row);
    var paid = Money.ofMinor(row.get("paid", Long.class), currency);
    var waived = Money.ofMinor(row.get("waived", Long.class), currency);
    var cancelled = Optional.ofNullable(row.get("cancelled_by", LocalDate.class));
    var open = cancelled.isPresent() ? Money.zero(paid.currency()) : charge.amount().minus(paid).minus(waived);
    var settled = Optional.ofNullable(row.get("last_on", LocalDate.class)).filter(_ -> open.isZero());
    return new ChargeLine(charge, row.get("number", String.class), paid, waived, open, settled, cancelled);
  }

  private static Charge charge(Record row) {
    return new Charge(
        new ChargeId(row.get("id", UUID.class)),
        new InvoiceId(row.get("invoice_id", UUID.class)),
        Charge.Kind.read(row.get("kind", String.class)),
        Money.ofMinor(row.get("amount", Long.class), row.get("currency", String.class)),
        row.get("from_day", LocalDate.class),
        row.get("to_day", LocalDate.class),
        new Charge.Basis(
            row.get("rule", String.class),
            row.get("statute", String.class),
            row.get("section", String.class),
            row.get("source", String.class),
            Optional.ofNullable(row.get("terms_id", UUID.class)),
            row.get("compounds", Boolean.class)),
        row.get("computed", String.class),
        row.get("lines", String.class),
        row.get("posted_on", LocalDate.class),
        row.get("actor", String.class));
  }

  private static ChargePostingLine posting(Record row) {
    return new ChargePostingLine(
        new PostingId(row.get("id", UUID.class)),
        new ChargeId(row.get("charge_id", UUID.class)),
        row.get("kind", String.class),
        Money.ofMinor(row.get("amount", Long.class), row.get("currency", String.class)),
        row.get("effective_on", LocalDate.class),
        row.get("actor", String.class),
        Optional.ofNullable(row.get("from_id", UUID.class)),
        Optional.ofNullable(row.get("source", String.class)),
        Optional.ofNullable(row.get("why", String.class)),
        row.get("reversed", Boolean.class));
  }
}
