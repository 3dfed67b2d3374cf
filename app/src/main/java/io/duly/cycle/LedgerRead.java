package io.duly.cycle;

import io.duly.database.CopiedRows;
import io.duly.strategy.CaseSnapshot.InvoiceFacts;
import io.duly.strategy.CaseSnapshot.StepTaken;
import io.duly.strategy.CaseSnapshot.UnallocatedFacts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what is owed as of the day, money that waits to be allocated, and how debtors paid before. */
final class LedgerRead {
  /** Steps taken come as {@code step@days}: the day on which one was taken, in days since 1970. */
  static final String INVOICES =
      """
      select i.debtor_id, i.currency, i.id, i.number, i.issued_on, i.due_on, i.gross,
             i.gross - coalesce((select sum(p.amount) from ledger.posting p
               where p.invoice_id = i.id and p.effective_on <= {day}), 0)::bigint,
             array(select s.step || '@' || (s.taken_on - date '1970-01-01') from cases.step_taken s
               where s.invoice_id = i.id)
        from ledger.invoice i
       where i.debtor_id {whose} and i.issued_on <= {day} and (i.settled_on is null or i.settled_on > {day})
      """;
  static final String UNALLOCATED =
      """
      select r.debtor_id, r.currency, r.amount - coalesce((select sum(p.amount) from ledger.used p
               where p.receipt_id = r.id), 0)::bigint, r.received_on, true, false
        from ledger.receipt r where r.debtor_id {whose} and not r.used_up and r.received_on <= {day}
      union all
      select c.debtor_id, r.currency, r.amount - coalesce((select sum(p.amount) from ledger.used p
               where p.receipt_id = r.id), 0)::bigint, r.received_on, false, false
        from ledger.receipt_candidate c join ledger.receipt r on r.id = c.receipt_id
       where c.debtor_id {whose} and r.debtor_id is null and not r.used_up and r.received_on <= {day}
      union all
      select n.debtor_id, n.currency, n.amount - coalesce((select sum(p.amount) from ledger.used p
               where p.credit_note_id = n.id), 0)::bigint, n.issued_on, true, true
        from ledger.credit_note n where n.debtor_id {whose} and not n.used_up and n.issued_on <= {day}
      """;
  static final String CHARGES =
      """
      select c.debtor_id, c.currency, c.amount - coalesce((select sum(p.amount) from ledger.charge_posting p
               where p.charge_id = c.id and p.effective_on <= {day}), 0)::bigint
        from ledger.charge c
       where c.debtor_id {whose} and c.posted_on <= {day} and (c.settled_on is null or c.settled_on > {day})
      """;
  /** What was credited did not have to be paid: how late one paid is told by one's money alone (P09). */
  static final String HISTORY =
      """
      with corrected as (select invoice_id, paid_on from corrections.paid where debtor_id {whose})
      select i.debtor_id, count(*)::int, (count(*) filter (where coalesce(c.paid_on, i.settled_on) > i.due_on))::int
        from ledger.invoice i left join corrected c on c.invoice_id = i.id
       where i.debtor_id {whose} and i.settled_on <= {day} and (c.invoice_id is null or c.paid_on is not null) group by i.debtor_id
      """;

  private LedgerRead() {}

  static void invoices(Connection tx, Whose whose, Debtors debtors, Map<UUID, Long> disputed, Map<UUID, Long> agreed) throws SQLException {
    try (var rows = CopiedRows.of(tx, whose.in(INVOICES))) {
      while (rows.next()) {
        var debtor = debtors.the(rows.uuid());
        var currency = rows.text();
        debtor.account(currency).invoices.add(invoice(rows, disputed, agreed));
      }
    }
  }

  static void unallocated(Connection tx, Whose whose, Debtors debtors) throws SQLException {
    try (var rows = CopiedRows.of(tx, whose.in(UNALLOCATED))) {
      while (rows.next()) {
        var debtor = debtors.the(rows.uuid());
        var currency = rows.text();
        debtor.account(currency).unallocated.add(new UnallocatedFacts(rows.int8(), rows.date(), rows.bool(), rows.bool()));
      }
    }
  }

  static void charges(Connection tx, Whose whose, Debtors debtors) throws SQLException {
    try (var rows = CopiedRows.of(tx, whose.in(CHARGES))) {
      while (rows.next()) {
        var debtor = debtors.the(rows.uuid());
        var account = debtor.account(rows.text());
        account.chargesOpen = Math.addExact(account.chargesOpen, rows.int8());
      }
    }
  }

  static void history(Connection tx, Whose whose, Debtors debtors) throws SQLException {
    try (var rows = CopiedRows.of(tx, whose.in(HISTORY))) {
      while (rows.next()) {
        var debtor = debtors.the(rows.uuid());
        debtor.settledInvoices = rows.int4();
        debtor.settledLate = rows.int4();
      }
    }
  }

  private static InvoiceFacts invoice(CopiedRows rows, Map<UUID, Long> disputed, Map<UUID, Long> agreed) {
    var id = rows.uuid();
    var number = rows.text();
    var issuedOn = rows.date();
    var dueOn = rows.date();
    long gross = rows.int8();
    long open = rows.int8();
    long contested = Math.clamp(disputed.getOrDefault(id, 0L), 0, open);
    return new InvoiceFacts(id, number, issuedOn, dueOn, gross, open, contested, Math.clamp(agreed.getOrDefault(id, 0L), 0, open - contested), steps(rows.texts()));
  }

  private static List<StepTaken> steps(List<String> dated) {
    if (dated.isEmpty()) {
      return List.of();
    }
    return dated.stream()
        .map(Dated::of)
        .map(step -> new StepTaken(step.name(), step.day()))
        .sorted(Comparator.comparing(StepTaken::on).thenComparing(StepTaken::step))
        .toList();
  }
}
