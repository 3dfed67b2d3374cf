package io.duly.agreements;

import static io.duly.database.jooq.agreements.Tables.AUTHORITY;
import static io.duly.database.jooq.agreements.Tables.BARGAIN_RULES;

import io.duly.kernel.CreditorId;
import io.duly.plans.Authority;
import io.duly.plans.OnMiss;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** The limits of creditors, in versions: what was changed stays readable. */
@Component
public final class Bargaining {
  private static final int SHOWN = 20;

  /**
   * A version.
   *
   * @param version from 1
   * @param by the actor who put it in force
   * @param proposal where somebody else said yes to it
   */
  public record Version(int version, BargainRules rules, String by, Instant at, Optional<UUID> proposal) {}

  /** What is in force; {@link BargainRules#SHIPPED} where nothing was set. */
  public BargainRules of(DSLContext tx, CreditorId creditor) {
    return latest(tx, creditor).map(Version::rules).orElse(BargainRules.SHIPPED);
  }

  /** The version in force; empty where nothing was set. */
  public Optional<Version> latest(DSLContext tx, CreditorId creditor) {
    return history(tx, creditor, 1).stream().findFirst();
  }

  /** What is in force of all creditors that have set something. */
  public Map<CreditorId, BargainRules> all(DSLContext tx) {
    var newest = new HashMap<CreditorId, BargainRules>();
    var latest = DSL.row(BARGAIN_RULES.CREDITOR_ID, BARGAIN_RULES.VERSION)
        .in(DSL.select(BARGAIN_RULES.as("n").CREDITOR_ID, DSL.max(BARGAIN_RULES.as("n").VERSION)).from(BARGAIN_RULES.as("n")).groupBy(BARGAIN_RULES.as("n").CREDITOR_ID));
    versions(tx, latest, Integer.MAX_VALUE).forEach((creditor, all) -> newest.put(creditor, all.getFirst().rules()));
    return newest;
  }

  /** The last versions, the latest first. */
  public List<Version> history(DSLContext tx, CreditorId creditor) {
    return history(tx, creditor, SHOWN);
  }

  private List<Version> history(DSLContext tx, CreditorId creditor, int most) {
    return versions(tx, BARGAIN_RULES.CREDITOR_ID.eq(creditor.value()), most).getOrDefault(creditor, List.of());
  }

  private static Map<CreditorId, List<Version>> versions(DSLContext tx, Condition which, int most) {
    var heads = tx.selectFrom(BARGAIN_RULES).where(which).orderBy(BARGAIN_RULES.CREDITOR_ID, BARGAIN_RULES.VERSION.desc()).limit(most).fetch();
    if (heads.isEmpty()) {
      return Map.of();
    }
    var limits = tx.selectFrom(AUTHORITY)
        .where(AUTHORITY.CREDITOR_ID.eq(DSL.any(heads.getValues(BARGAIN_RULES.CREDITOR_ID).toArray(UUID[]::new))))
        .fetchGroups(row -> Map.entry(row.get(AUTHORITY.CREDITOR_ID), row.get(AUTHORITY.VERSION)));
    var all = new LinkedHashMap<CreditorId, List<Version>>();
    heads.forEach(row -> {
      var own = limits.getOrDefault(Map.entry(row.get(BARGAIN_RULES.CREDITOR_ID), row.get(BARGAIN_RULES.VERSION)), tx.newResult(AUTHORITY));
      all.computeIfAbsent(new CreditorId(row.get(BARGAIN_RULES.CREDITOR_ID)), _ -> new ArrayList<>()).add(version(row, own));
    });
    return all;
  }

  private static Version version(Record row, List<? extends Record> limits) {
    var all = new EnumMap<Bargainer, Authority>(Bargainer.class);
    limits.forEach(one -> all.put(
        Bargainer.of(one.get(AUTHORITY.HOLDER)),
        new Authority(one.get(AUTHORITY.LEAST_DOWN), one.get(AUTHORITY.MOST_INSTALMENTS), one.get(AUTHORITY.LONGEST_DAYS), one.get(AUTHORITY.DEEPEST_DISCOUNT))));
    var rules = new BargainRules(
        all, row.get(BARGAIN_RULES.MONEY_COSTS), row.get(BARGAIN_RULES.PLAN_INTEREST), OnMiss.valueOf(row.get(BARGAIN_RULES.ON_MISS).toUpperCase(Locale.ROOT)),
        row.get(BARGAIN_RULES.GRACE_DAYS));
    return new Version(
        row.get(BARGAIN_RULES.VERSION), rules, row.get(BARGAIN_RULES.SET_BY), row.get(BARGAIN_RULES.SET_AT).toInstant(),
        Optional.ofNullable(row.get(BARGAIN_RULES.PROPOSAL_ID)));
  }

  /** Whoever changes the same creditor's waits until the transaction ends. */
  public void hold(DSLContext tx, CreditorId creditor) {
    tx.execute("select pg_advisory_xact_lock(hashtext('duly bargaining'), hashtext(?))", creditor.value().toString());
  }

  /**
   * Puts a version in force, where something is different.
   *
   * @param proposal to which somebody else said yes
   * @return its number; the one in force where nothing is different, 0 where that is none
   */
  public int save(DSLContext tx, CreditorId creditor, BargainRules next, String by, Instant at, Optional<UUID> proposal) {
    hold(tx, creditor);
    var before = latest(tx, creditor);
    int now = before.map(Version::version).orElse(0);
    if (same(before.map(Version::rules).orElse(BargainRules.SHIPPED), next)) {
      return now;
    }
    int version = now + 1;
    tx.insertInto(BARGAIN_RULES)
        .set(BARGAIN_RULES.CREDITOR_ID, creditor.value())
        .set(BARGAIN_RULES.VERSION, version)
        .set(BARGAIN_RULES.MONEY_COSTS, next.moneyCosts())
        .set(BARGAIN_RULES.PLAN_INTEREST, next.planInterest())
        .set(BARGAIN_RULES.ON_MISS, next.onMiss().name().toLowerCase(Locale.ROOT))
        .set(BARGAIN_RULES.GRACE_DAYS, next.graceDays())
        .set(BARGAIN_RULES.SET_BY, by)
        .set(BARGAIN_RULES.SET_AT, OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
        .set(BARGAIN_RULES.PROPOSAL_ID, proposal.orElse(null))
        .execute();
    var rows = tx.insertInto(AUTHORITY, AUTHORITY.CREDITOR_ID, AUTHORITY.VERSION, AUTHORITY.HOLDER, AUTHORITY.LEAST_DOWN, AUTHORITY.MOST_INSTALMENTS, AUTHORITY.LONGEST_DAYS, AUTHORITY.DEEPEST_DISCOUNT);
    for (var one : next.limits().entrySet()) {
      var may = one.getValue();
      rows = rows.values(creditor.value(), version, one.getKey().word(), may.leastDown(), may.mostInstalments(), may.longestDays(), may.deepestDiscount());
    }
    rows.execute();
    return version;
  }

  private static boolean same(BargainRules one, BargainRules other) {
    return one.limits().equals(other.limits()) && one.moneyCosts().compareTo(other.moneyCosts()) == 0 && one.planInterest().compareTo(other.planInterest()) == 0
        && one.onMiss() == other.onMiss() && one.graceDays() == other.graceDays();
  }
}
