package io.duly.desk.casefile;

import static io.duly.database.jooq.cycle.Tables.DECISION;

import io.duly.kernel.CaseId;
import io.duly.strategy.Reason;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why the latest decision came out as it did.
 *
 * @param policy name and version of the policy that was followed
 * @param reasons the deciding one first
 */
public record Reasoning(LocalDate decidedOn, String policy, List<Reason> reasons) {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

  static Optional<Reasoning> latest(DSLContext scoped, CaseId id) {
    return scoped
        .selectFrom(DECISION)
        .where(DECISION.CASE_ID.eq(id.value()))
        .orderBy(DECISION.DECIDED_ON.desc(), DECISION.NTH.desc())
        .limit(1)
        .fetchOptional(
            row -> new Reasoning(row.getDecidedOn(), row.getPolicy(), JSON.readValue(row.getReasons(), REASONS)));
  }
}
