package io.duly.desk.worklist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * What is owed in the cases of a page. Whatever changes in the ledger touches an untouched case in the same transaction, so
 * while the row of an untouched case is the same, so is what is owed that day: it is added up once and kept. For a case that
 * is touched it is added up each time.
 */
@Component
final class Owed {
  private static final int KEPT = 100_000;
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
  private static final String OWED =
      """
      select c.id, owed.open, owed.oldest_due
        from unnest(?::uuid[]) as shown (id)
        join cases.recovery_case c on c.id = shown.id
       cross join lateral (
         select coalesce(sum(i.gross - settled.amount), 0)::bigint as open, min(i.due_on) as oldest_due
           from ledger.invoice i cross join lateral (
             select coalesce(sum(p.amount), 0) as amount from ledger.posting p
              where p.invoice_id = i.id and p.effective_on <= ?) settled
          where i.debtor_id = c.debtor_id and i.currency = c.currency and i.issued_on <= ? and i.gross > settled.amount
            and (i.settled_on is null or i.settled_on > ?)) owed
      """;

  private final Cache<Kept, Amount> known = Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(FORGOTTEN_AFTER).build();

  /**
   * @param row the number of the transaction that wrote the case's row
   * @param touched something happened since the case was decided
   */
  record Version(UUID recovery, long row, boolean touched) {}

  /**
   * @param open in minor units
   * @param oldestDue the due date of the oldest open invoice; empty where nothing is open
   */
  record Amount(long open, Optional<LocalDate> oldestDue) {}

  private record Kept(UUID recovery, long row, LocalDate day) {}

  /** By case; what is not known yet in one query. */
  Map<UUID, Amount> of(DSLContext scoped, List<Version> cases, LocalDate day) {
    var amounts = new HashMap<UUID, Amount>();
    for (var one : cases) {
      var kept = one.touched() ? null : known.getIfPresent(new Kept(one.recovery(), one.row(), day));
      if (kept != null) {
        amounts.put(one.recovery(), kept);
      }
    }
    var missing = cases.stream().filter(one -> !amounts.containsKey(one.recovery())).toList();
    if (!missing.isEmpty()) {
      var read = read(scoped, missing, day);
      amounts.putAll(read);
      missing.stream().filter(one -> !one.touched()).forEach(one -> keep(one, day, read));
    }
    return amounts;
  }

  private void keep(Version one, LocalDate day, Map<UUID, Amount> read) {
    var amount = read.get(one.recovery());
    if (amount != null) {
      known.put(new Kept(one.recovery(), one.row(), day), amount);
    }
  }

  private static Map<UUID, Amount> read(DSLContext scoped, List<Version> cases, LocalDate day) {
    var ids = cases.stream().map(Version::recovery).toArray(UUID[]::new);
    var read = new HashMap<UUID, Amount>();
    scoped.fetch(OWED, ids, day, day, day).forEach(row ->
        read.put(row.get("id", UUID.class), new Amount(row.get("open", Long.class), Optional.ofNullable(row.get("oldest_due", LocalDate.class)))));
    return read;
  }
}
