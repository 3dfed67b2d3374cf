package io.duly.desk.page;

import io.duly.identity.Person;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many replies wait for somebody: every page says so, for until they are read their debtors are left alone. */
@Component
public final class ToRead {
  private static final String WAITING =
      "select count(*)::int from correspondence.reply where state in ('waiting', 'unmatched') and (?::uuid[] is null or creditor_id = any (?::uuid[]))";

  private final DSLContext dsl;

  ToRead(DSLContext dsl) {
    this.dsl = dsl;
  }

  /** What concerns the creditors that the person sees; what belongs to nobody yet where they see all. */
  int seenBy(Person person) {
    var scope = person.scope();
    @Nullable Object ids = scope == null ? null : scope.toArray(UUID[]::new);
    return dsl.fetchSingle(WAITING, ids, ids).get(0, Integer.class);
  }
}
