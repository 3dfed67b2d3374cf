package io.duly.desk.casefile;

import io.duly.kernel.CaseId;
import java.util.List;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * What there is any of about a case, as far as the reader may see it. Most cases have little of it, and what there is none of
 * need not be asked for.
 *
 * @param promises of the debtor
 * @param plans of the case
 * @param asks of the debtor, unanswered in the case
 * @param disputes of the debtor's invoices
 * @param duplicates of the debtor's invoices, undecided
 * @param charges of the debtor
 * @param related another case of the debtor
 * @param spaces breathing space of the debtor
 * @param links to pay online by
 * @param online somebody takes payments for the creditor
 * @param mandates of the debtor
 * @param collected the creditor collects direct debits
 */
record Traces(boolean promises, boolean plans, boolean asks, boolean tasks, boolean reasons, boolean drafts, boolean disputes, boolean duplicates, boolean charges, boolean related, boolean spaces, boolean links, boolean online, boolean mandates, boolean collected) {
  private static final String ASKED =
      """
      select exists (select from agreements.promise p where p.debtor_id = c.debtor_id) as promises,
             exists (select from agreements.plan p where p.case_id = c.id) as plans,
             exists (select from agreements.counter_offer o where o.case_id = c.id and o.outcome is null) as asks,
             exists (select from cases.task t where t.case_id = c.id and t.done_on is null) as tasks,
             exists (select from cases.reason r where r.case_id = c.id) as reasons,
             exists (select from correspondence.message m where m.case_id = c.id and m.state = 'checked') as drafts,
             exists (select from ledger.invoice i join cases.dispute x on x.invoice_id = i.id where i.debtor_id = c.debtor_id) as disputes,
             exists (select from corrections.possible_duplicate d where d.debtor_id = c.debtor_id and d.decision is null) as duplicates,
             exists (select from ledger.charge f where f.debtor_id = c.debtor_id) as charges,
             exists (select from cases.recovery_case o where o.debtor_id = c.debtor_id and o.id <> c.id) as related,
             exists (select from hardship.space s where s.debtor_id = c.debtor_id) as spaces,
             exists (select from payments.payment_link l where l.case_id = c.id) as links,
             exists (select from payments.provider v where v.creditor_id = c.creditor_id) as online,
             exists (select from agreements.mandate m where m.debtor_id = c.debtor_id) as mandates,
             c.currency = 'EUR' and exists (select from agreements.direct_debit d where d.creditor_id = c.creditor_id) as collected
        from cases.recovery_case c where c.id = ?
      """;

  static Traces of(DSLContext scoped, CaseId id) {
    return scoped.fetchSingle(ASKED, id.value()).map(Traces::read);
  }

  private static Traces read(Record row) {
    return new Traces(is(row, "promises"), is(row, "plans"), is(row, "asks"), is(row, "tasks"), is(row, "reasons"), is(row, "drafts"), is(row, "disputes"), is(row, "duplicates"), is(row, "charges"), is(row, "related"), is(row, "spaces"), is(row, "links"), is(row, "online"), is(row, "mandates"), is(row, "collected"));
  }

  private static boolean is(Record row, String name) {
    return row.get(name, Boolean.class);
  }

  /** What {@code read} gives, where there is any. */
  static <T> List<T> some(boolean any, Supplier<List<T>> read) {
    return any ? read.get() : List.of();
  }
}
