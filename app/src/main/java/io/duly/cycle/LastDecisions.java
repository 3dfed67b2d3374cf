package io.duly.cycle;

import static io.duly.database.jooq.cycle.Tables.DECISION;

import io.duly.kernel.CaseId;
import io.duly.strategy.Reason;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Why cases stand as they do: what the cycle said of them last. */
@Component
public final class LastDecisions {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The latest decisions of these cases by the end of a day; a case that was not decided by then has none. */
  public Map<CaseId, LastDecision> of(DSLContext tx, Collection<CaseId> cases, LocalDate day) {
    var found = new HashMap<CaseId, LastDecision>();
    tx.select(DECISION.CASE_ID, DECISION.DECIDED_ON, DECISION.POLICY, DECISION.REASONS)
        .distinctOn(DECISION.CASE_ID)
        .from(DECISION)
        .where(DECISION.CASE_ID.eq(DSL.any(cases.stream().map(CaseId::value).toArray(UUID[]::new))))
        .and(DECISION.DECIDED_ON.le(day))
        .orderBy(DECISION.CASE_ID, DECISION.DECIDED_ON.desc(), DECISION.NTH.desc())
        .forEach(row -> found.put(new CaseId(row.get(DECISION.CASE_ID)), decision(row)));
    return found;
  }

  private static LastDecision decision(Record row) {
    var reasons = List.of(JSON.readValue(row.get(DECISION.REASONS), Reason[].class));
    return new LastDecision(row.get(DECISION.DECIDED_ON), row.get(DECISION.POLICY), reasons);
  }
}
