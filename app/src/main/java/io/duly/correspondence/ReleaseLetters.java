package io.duly.correspondence;

import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.kernel.IdSource;
import io.duly.kernel.PlanId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Letters that say that nothing more is owed, once a settlement was paid in time (P29). They ask for nothing. */
@Component
public final class ReleaseLetters {
  private static final int DAYS_AHEAD = 30;
  private static final String MESSAGE =
      """
      insert into correspondence.message (id, creditor_id, debtor_id, case_id, channel, step, template, tone, language, state, purpose,
          planned_on, currency, invoice_ids, amounts)
      select ?, c.creditor_id, c.debtor_id, c.id, way.channel, 'release', 'release', 'friendly', way.language, 'checked', 'release', way.day, c.currency,
             lines.invoices, array_fill(0::bigint, array[cardinality(lines.invoices)])
        from cases.recovery_case c
        cross join lateral (select correspondence.way_of_writing(d.id) as channel, correspondence.free_day(d.id, ?::date, ?::date) as day, coalesce(d.language, r.language) as language
            from parties.debtor d join parties.creditor r on r.id = d.creditor_id where d.id = c.debtor_id) way
        cross join lateral (select array(select l.invoice_id from agreements.plan_line l where l.plan_id = ? and l.invoice_id is not null) as invoices) lines
       where c.id = ? and way.channel is not null and way.day is not null and cardinality(lines.invoices) > 0
      returning planned_on, channel
      """;

  private final CaseJournal cases;
  private final IdSource ids;

  ReleaseLetters(CaseJournal cases, IdSource ids) {
    this.cases = cases;
    this.ids = ids;
  }

  /** Plans one, and says so in the journal; where both e-mail and letters are refused it says that. */
  public Optional<UUID> plan(DSLContext tx, CaseHead head, PlanId plan, Recorded by) {
    var id = ids.next();
    var planned = tx.fetchOptional(MESSAGE, id, by.on(), by.on().plusDays(DAYS_AHEAD), plan.value(), head.id().value());
    if (planned.isEmpty()) {
      cases.write(tx, List.of(head), "release-not-written", "The letter of release cannot go: there is no way by which they may be written to. Tell them otherwise.", Map.of("plan", plan.toString()), by);
      return Optional.empty();
    }
    var on = planned.get().get(0, LocalDate.class);
    cases.write(
        tx, List.of(head), "release-drafted", "The letter of release goes by " + planned.get().get(1, String.class) + ", planned for " + on + ".",
        Map.of("message", id.toString(), "plan", plan.toString(), "plannedOn", on.toString()), by);
    return Optional.of(id);
  }
}
