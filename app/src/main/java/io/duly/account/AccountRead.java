package io.duly.account;

import io.duly.kernel.ChargeId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.kernel.PostingId;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Reads what changed an account, and the money of it, as of a day. */
final class AccountRead {
  private static final String MOVEMENTS =
      """
      select p.id, p.invoice_id, i.number, null::uuid as charge_id, null as on_charge, p.kind,
          coalesce(p.receipt_id, p.credit_note_id) as from_id, coalesce(r.reference, n.number) as source, p.amount,
          p.effective_on, p.actor, p.why,
          exists (select from ledger.posting u where u.reverses_id = p.id and u.effective_on <= ?) as reversed
        from ledger.posting p join ledger.invoice i on i.id = p.invoice_id
        left join ledger.receipt r on r.id = p.receipt_id left join ledger.credit_note n on n.id = p.credit_note_id
       where p.debtor_id = ? and p.currency = ? and p.effective_on <= ?
      union all
      select p.id, c.invoice_id, i.number, c.id, c.kind, p.kind, coalesce(p.receipt_id, p.credit_note_id),
          coalesce(r.reference, n.number), p.amount, p.effective_on, p.actor, p.why,
          exists (select from ledger.charge_posting u where u.reverses_id = p.id and u.effective_on <= ?)
        from ledger.charge_posting p join ledger.charge c on c.id = p.charge_id join ledger.invoice i on i.id = c.invoice_id
        left join ledger.receipt r on r.id = p.receipt_id left join ledger.credit_note n on n.id = p.credit_note_id
       where p.debtor_id = ? and p.currency = ? and p.effective_on <= ?
       order by effective_on, id
      """;

  /** What was used of it went to this debtor or to another; both lower what is left. */
  private static final String MONEY =
      """
      select r.id, false as credit, r.received_on as came_on, r.amount, r.reference, r.payer,
          r.amount - coalesce((select sum(u.amount) from ledger.used u where u.receipt_id = r.id and u.effective_on <= ?), 0) as rest,
          coalesce((select sum(b.amount) from ledger.receipt_return b where b.receipt_id = r.id and b.effective_on <= ?), 0)::bigint as returned
        from ledger.receipt r
       where r.currency = ? and r.received_on <= ? and r.id in (
         select id from ledger.receipt where debtor_id = ?
         union select receipt_id from ledger.posting where debtor_id = ? and receipt_id is not null
         union select receipt_id from ledger.charge_posting where debtor_id = ? and receipt_id is not null)
      union all
      select n.id, true, n.issued_on, n.amount, n.number, null,
          n.amount - coalesce((select sum(u.amount) from ledger.used u where u.credit_note_id = n.id and u.effective_on <= ?), 0), 0
        from ledger.credit_note n where n.debtor_id = ? and n.currency = ? and n.issued_on <= ?
       order by came_on, id
      """;

  private static final String CONTESTED =
      """
      select d.invoice_id, d.amount, d.why from cases.dispute d join ledger.invoice i on i.id = d.invoice_id
       where d.debtor_id = ? and i.currency = ? and d.opened_on <= ? and (d.closed_on is null or d.closed_on > ?)
       order by d.opened_on, d.id
      """;

  private AccountRead() {}

  static List<Movement> movements(DSLContext tx, DebtorId debtor, Currency currency, LocalDate day) {
    var code = currency.getCurrencyCode();
    return tx.fetch(MOVEMENTS, day, debtor.value(), code, day, day, debtor.value(), code, day).map(row -> movement(row, currency));
  }

  static List<MoneyIn> money(DSLContext tx, DebtorId debtor, Currency currency, LocalDate day) {
    var code = currency.getCurrencyCode();
    var id = debtor.value();
    return tx.fetch(MONEY, day, day, code, day, id, id, id, day, id, code, day).map(row -> money(row, currency));
  }

  /** The contested parts of a debtor's invoices that were open at the end of a day, by invoice. */
  static Map<InvoiceId, Contested> contested(DSLContext tx, DebtorId debtor, Currency currency, LocalDate day) {
    return tx.fetch(CONTESTED, debtor.value(), currency.getCurrencyCode(), day, day).stream()
        .collect(
            Collectors.toMap(
                row -> new InvoiceId(row.get("invoice_id", UUID.class)),
                row -> new Contested(new Money(row.get("amount", Long.class), currency), row.get("why", String.class)),
                (first, _) -> first));
  }

  /** @param amount above zero */
  record Contested(Money amount, String why) {}

  private static Movement movement(Record row, Currency currency) {
    return new Movement(
        new PostingId(row.get("id", UUID.class)),
        new InvoiceId(row.get("invoice_id", UUID.class)),
        row.get("number", String.class),
        Optional.ofNullable(row.get("charge_id", UUID.class)).map(ChargeId::new),
        Optional.ofNullable(row.get("on_charge", String.class)),
        row.get("kind", String.class),
        Optional.ofNullable(row.get("from_id", UUID.class)),
        Optional.ofNullable(row.get("source", String.class)),
        new Money(row.get("amount", Long.class), currency),
        row.get("effective_on", LocalDate.class),
        row.get("actor", String.class),
        Optional.ofNullable(row.get("why", String.class)),
        row.get("reversed", Boolean.class));
  }

  private static MoneyIn money(Record row, Currency currency) {
    return new MoneyIn(
        row.get("id", UUID.class),
        row.get("credit", Boolean.class),
        row.get("came_on", LocalDate.class),
        new Money(row.get("amount", Long.class), currency),
        Optional.ofNullable(row.get("reference", String.class)),
        Optional.ofNullable(row.get("payer", String.class)),
        List.of(),
        new Money(row.get("returned", Long.class), currency),
        new Money(row.get("rest", Long.class), currency));
  }
}
