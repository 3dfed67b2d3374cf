package io.duly.cycle;

import io.duly.cases.CreditorHolds;
import io.duly.cases.CreditorHolds.Stale;
import io.duly.cases.Recorded;
import io.duly.correspondence.ContactPermission;
import io.duly.kernel.CreditorId;
import io.duly.strategy.Policy;
import java.sql.Connection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Says at the start of a day whose bank data is too old by its policy (P08): by the rule by which each of the creditor's
 * cases is decided, but once for the creditor.
 */
@Component
final class StaleBankData {
  private static final String CREDITORS =
      """
      select c.id, c.policy, c.country, f.known_to, f.number, h.id is not null as held
        from parties.creditor c
        left join banking.freshness f on f.creditor_id = c.id
        left join cases.creditor_hold h on h.creditor_id = c.id and h.lifted_on is null
       where f.creditor_id is not null or h.id is not null
       order by c.id
      """;

  private final CreditorHolds holds;
  private final ContactPermission permission;

  StaleBankData(CreditorHolds holds, ContactPermission permission) {
    this.holds = holds;
    this.permission = permission;
  }

  /** Places what is to be placed and lifts what is over; writes nothing where all is as it was. */
  int look(Connection connection, LocalDate day, Instant now, PolicyBook policies) {
    var tx = DSL.using(connection, SQLDialect.POSTGRES);
    var placed = new ArrayList<Stale>();
    var still = new ArrayList<Stale>();
    var over = new ArrayList<CreditorId>();
    for (var row : tx.fetch(CREDITORS)) {
      var creditor = new CreditorId(row.get("id", UUID.class));
      var stale = policies.inForce(row.get("policy", String.class), day).flatMap(policy -> stale(row, creditor, policy, day));
      boolean held = row.get("held", Boolean.class);
      stale.ifPresent(held ? still::add : placed::add);
      if (held && stale.isEmpty()) {
        over.add(creditor);
      }
    }
    var by = Recorded.by("duly", day, now);
    holds.place(tx, placed, by);
    holds.renew(tx, still);
    holds.lift(tx, over, "The bank data is recent enough.", by);
    return placed.size() + over.size();
  }

  private Optional<Stale> stale(Record row, CreditorId creditor, Policy policy, LocalDate day) {
    var limits = policy.limits();
    var country = Optional.ofNullable(row.get("country", String.class));
    var recentFrom = limits.recentFrom(day, one -> country.filter(place -> permission.holidays().on(place, one)).isPresent());
    return Optional.ofNullable(row.get("known_to", LocalDate.class))
        .filter(known -> known.isBefore(recentFrom))
        .map(known -> new Stale(
            creditor, "Bank data of account " + row.get("number") + " is of " + known + "; it may be " + limits.bankDataAge() + " old.", limits.bankDataDays(), recentFrom));
  }
}
