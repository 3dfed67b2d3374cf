package io.duly.desk.page;

import io.duly.identity.Person;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is paused at the moment, for the band at the top of every page. */
@Component
public final class PauseBand {
  private static final String IN_FORCE =
      """
      select p.creditor_id, r.name as creditor, p.debtor_id, d.name as debtor, p.why, p.since, p.placed_by
        from correspondence.pause p
        left join parties.creditor r on r.id = p.creditor_id
        left join parties.debtor d on d.id = p.debtor_id
       where p.lifted_at is null and (p.creditor_id is null or ?::uuid[] is null or p.creditor_id = any (?::uuid[]))
       order by p.creditor_id is not null, p.debtor_id is not null, p.since
      """;

  /** Is there any that a person sees? Takes their creditors twice, or null for all. */
  static final String ANY =
      "select from correspondence.pause where lifted_at is null and (creditor_id is null or ?::uuid[] is null or creditor_id = any (?::uuid[]))";

  private final DSLContext dsl;

  PauseBand(DSLContext dsl) {
    this.dsl = dsl;
  }

  /**
   * A pause in force.
   *
   * @param creditor id and name; both empty where everything is paused
   * @param debtor id and name, where only what goes there is
   */
  public record Pause(
      Optional<UUID> creditor, Optional<String> creditorName, Optional<UUID> debtor, Optional<String> debtorName, String why, Instant since, String by) {

    /** The kind of text that names it. */
    public String key() {
      return debtor.isPresent() ? "pause.of-debtor" : creditor.isPresent() ? "pause.of-creditor" : "pause.of-everything";
    }

    public String who() {
      return debtorName.or(this::creditorName).orElse("");
    }
  }

  /** What concerns the creditors that the person sees. */
  List<Pause> seenBy(Person person) {
    var scope = person.scope();
    @Nullable Object ids = scope == null ? null : scope.toArray(UUID[]::new);
    return dsl.fetch(IN_FORCE, ids, ids).map(PauseBand::pause);
  }

  private static Pause pause(Record row) {
    var by = row.get("placed_by", String.class);
    return new Pause(
        Optional.ofNullable(row.get("creditor_id", UUID.class)), Optional.ofNullable(row.get("creditor", String.class)),
        Optional.ofNullable(row.get("debtor_id", UUID.class)), Optional.ofNullable(row.get("debtor", String.class)), row.get("why", String.class),
        row.get("since", OffsetDateTime.class).toInstant(), by.substring(by.indexOf(':') + 1));
  }
}
