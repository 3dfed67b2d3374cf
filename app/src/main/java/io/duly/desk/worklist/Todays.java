package io.duly.desk.worklist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What each person did today, as it was known up to ten seconds ago. */
@Component
final class Todays {
  private static final Duration KNOWN_FOR = Duration.ofSeconds(10);
  private static final String COUNTS =
      """
      select count(*)::int + (select count(*)::int from cases.task t where t.done_by = ? and t.done_on = ?) as done,
             (count(*) filter (where k.outcome in ('reached', 'call_back')))::int as reached
        from calls.call k where k.caller_id = ? and k.ended_at >= ?::timestamptz
      """;
  private static final String PROMISED =
      "select currency, sum(amount)::bigint as amount from agreements.promise where recorded_by = ? and made_on = ? and outcome is distinct from 'superseded' group by currency";

  private final Scope scope;
  private final Clock clock;
  private final Cache<UUID, Today> known = Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(KNOWN_FOR).build();

  Todays(Scope scope, Clock clock) {
    this.scope = scope;
    this.clock = clock;
  }

  Today of(Person person, LocalDate today) {
    return known.get(person.uuid(), _ -> scope.reading(person, scoped -> read(scoped, person, today)));
  }

  /** Calls by the clock's day, what is recorded on a day by the desk's. */
  private Today read(DSLContext scoped, Person person, LocalDate today) {
    var midnight = clock.instant().atZone(clock.getZone()).toLocalDate().atStartOfDay(clock.getZone()).toOffsetDateTime().toString();
    var counts = scoped.fetchSingle(COUNTS, person.actor(), today, person.uuid(), midnight);
    var promised = new TreeMap<String, Long>();
    scoped.fetch(PROMISED, person.actor(), today).forEach(row -> promised.put(row.get("currency", String.class).strip(), row.get("amount", Long.class)));
    return new Today(counts.get("done", Integer.class), counts.get("reached", Integer.class), promised);
  }
}
