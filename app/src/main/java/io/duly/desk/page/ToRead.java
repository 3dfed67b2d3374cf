package io.duly.desk.page;

import io.duly.identity.Person;
import java.time.LocalDate;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many replies wait for somebody: every page says so, for until they are read their debtors are left alone. */
@Component
public final class ToRead {
  private static final String WAITING =
      "select count(*)::int from correspondence.reply where state in ('waiting', 'unmatched') and (?::uuid[] is null or creditor_id = any (?::uuid[]))";

  private static final String TASKS =
      "select count(*)::int from (select from cases.task where assigned_to = ? and done_on is null and due_on <= ? limit 100) due";

  private final DSLContext dsl;

  ToRead(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** The tasks that were given to the person and are due, counted up to a hundred. */
  int tasksOf(Person person, LocalDate today) {
    return dsl.fetchSingle(TASKS, person.uuid(), today).get(0, Integer.class);
  }

  /** What concerns the creditors that the person sees; what belongs to nobody yet where they see all. */
  int seenBy(Person person) {
    var scope = person.scope();
    @Nullable Object ids = scope == null ? null : scope.toArray(UUID[]::new);
    return dsl.fetchSingle(WAITING, ids, ids).get(0, Integer.class);
  }
}
