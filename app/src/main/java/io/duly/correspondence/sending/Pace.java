package io.duly.correspondence.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** How fast each server is spoken to, by all nodes together, and what was wrong with it last. */
@Component
final class Pace {
  /** As much as comes together in so long may go at once. */
  private static final Duration BURST = Duration.ofSeconds(10);

  private static final String TAKE =
      """
      insert into correspondence.server_pace (server, free_at) values (?, ?::timestamptz + ?::interval)
      on conflict (server) do update set free_at = greatest(server_pace.free_at, ?::timestamptz) + ?::interval
       where server_pace.free_at <= ?::timestamptz + ?::interval
      """;

  /** Takes the right to hand over one message; otherwise says from when on there is one. */
  Optional<Instant> take(DSLContext tx, Way way, Instant now) {
    var each = interval(Duration.ofMinutes(1).dividedBy(way.perMinute()));
    var at = at(now);
    if (tx.execute(TAKE, way.pacedAs(), at, each, at, each, at, interval(BURST)) > 0) {
      return Optional.empty();
    }
    var free = tx.fetchSingle("select free_at from correspondence.server_pace where server = ?", way.pacedAs());
    return Optional.of(free.get(0, OffsetDateTime.class).toInstant().minus(BURST));
  }

  void trouble(DSLContext tx, String server, String what, Instant now) {
    tx.execute(
        """
        insert into correspondence.server_pace (server, free_at, trouble, trouble_since) values (?, ?::timestamptz, ?, ?::timestamptz)
        on conflict (server) do update set trouble = excluded.trouble,
          trouble_since = coalesce(server_pace.trouble_since, excluded.trouble_since)
        """,
        server, at(now), what, at(now));
  }

  /** Leaves a server alone for a while. */
  void rest(DSLContext tx, String server, Instant until) {
    tx.execute(
        """
        insert into correspondence.server_pace (server, free_at) values (?, ?::timestamptz)
        on conflict (server) do update set free_at = greatest(server_pace.free_at, excluded.free_at)
        """,
        server, at(until.plus(BURST)));
  }

  void fine(DSLContext tx, String server) {
    tx.execute(
        "update correspondence.server_pace set trouble = null, trouble_since = null where server = ? and trouble is not null", server);
  }

  private static String interval(Duration duration) {
    return duration.toMillis() + " milliseconds";
  }

  private static OffsetDateTime at(Instant now) {
    return now.atOffset(ZoneOffset.UTC);
  }
}
