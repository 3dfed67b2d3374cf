package io.duly.cases;

import io.duly.kernel.CreditorId;
import io.duly.kernel.IdSource;
import io.duly.strategy.HoldKind;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Param;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Reasons not to act on any debt of a creditor: bank data that is too old (P08). Kept once for the creditor and shown with
 * each of its cases; placed and lifted by the facts, never by hand.
 */
@Component
public final class CreditorHolds {
  private static final String NOT_BY_HAND =
      "Bank data that is too old is not lifted by hand: import a newer statement, or close the account (./duly bank close).";

  private final IdSource ids;

  public CreditorHolds(IdSource ids) {
    this.ids = ids;
  }

  /**
   * Bank data that is too old.
   *
   * @param days how old it may be, as the policy counts, &ge; 0
   * @param recentFrom the earliest day of which it would be recent enough on the day of the run
   */
  public record Stale(CreditorId creditor, String why, int days, LocalDate recentFrom) {}

  /** Places holds on creditors that have none. */
  public void place(DSLContext tx, List<Stale> stale, Recorded by) {
    tx.batch(
            stale.stream()
                .map(one -> tx.query(
                    "insert into cases.creditor_hold (id, creditor_id, kind, why, since, days, recent_from, placed_by, placed_at) values (?, ?, 'bank_data_stale', ?, ?, ?, ?, ?, ?)"
                        + " on conflict (creditor_id, kind) where lifted_on is null do nothing",
                    ids.next(), one.creditor().value(), one.why(), by.on(), one.days(), one.recentFrom(), by.actor(), Words.at(by.recordedAt())))
                .toList())
        .execute();
  }

  /** On another day other bank data is recent enough: what is in force is kept, with its day. */
  public void renew(DSLContext tx, List<Stale> stale) {
    tx.batch(
            stale.stream()
                .map(one -> tx.query(
                    "update cases.creditor_hold set recent_from = ? where creditor_id = ? and lifted_on is null and recent_from is distinct from ?",
                    one.recentFrom(), one.creditor().value(), one.recentFrom()))
                .toList())
        .execute();
  }

  /** The earliest day of which bank data is recent enough, for each of these creditors on whom a hold is in force; as of the last run. */
  public Map<CreditorId, LocalDate> recentFrom(DSLContext tx, Collection<CreditorId> creditors, LocalDate today) {
    return tx.fetch(
            "select creditor_id, coalesce(recent_from, {1}::date - days) from cases.creditor_hold where lifted_on is null and creditor_id = any ({0}::uuid[])",
            values(creditors), DSL.val(today))
        .stream()
        .collect(Collectors.toMap(row -> new CreditorId(row.get(0, UUID.class)), row -> row.get(1, LocalDate.class)));
  }

  /** Ends the holds on these creditors; the cases that wait for it are looked at by the next run, of the same day too. */
  public void lift(DSLContext tx, Collection<CreditorId> creditors, String why, Recorded by) {
    if (!creditors.isEmpty()) {
      tx.execute("update cases.creditor_hold set lifted_on = {0}, lifted_by = {1}, lifted_why = {2} where lifted_on is null and creditor_id = any ({3}::uuid[])",
          DSL.val(by.on()), DSL.val(by.actor()), DSL.val(why), values(creditors));
    }
  }

  private static Param<UUID[]> values(Collection<CreditorId> creditors) {
    return DSL.val(creditors.stream().map(CreditorId::value).toArray(UUID[]::new));
  }

  /** What holds these creditors on a day. */
  static Map<UUID, List<Hold>> inForce(DSLContext tx, Collection<UUID> creditors, LocalDate day) {
    return tx.fetch(
            "select * from cases.creditor_hold where creditor_id = any ({0}::uuid[]) and since <= {1} and (lifted_on is null or lifted_on > {1}) order by since",
            DSL.val(creditors.toArray(UUID[]::new)), DSL.val(day))
        .stream()
        .collect(Collectors.groupingBy(row -> row.get("creditor_id", UUID.class), Collectors.mapping(CreditorHolds::hold, Collectors.toList())));
  }

  private static Hold hold(Record row) {
    return new Hold(
        row.get("id", UUID.class), Optional.empty(), HoldKind.BANK_DATA_STALE, row.get("why", String.class), row.get("since", LocalDate.class), Optional.empty(),
        row.get("placed_by", String.class));
  }

  /** @throws CannotRecord where it is a hold of a creditor */
  static void refuseByHand(DSLContext tx, UUID hold) {
    if (tx.fetchExists(DSL.selectOne().from("cases.creditor_hold").where("id = ?", hold))) {
      throw new CannotRecord(NOT_BY_HAND);
    }
  }
}
