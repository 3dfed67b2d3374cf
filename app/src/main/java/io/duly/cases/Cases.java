package io.duly.cases;

import static io.duly.database.jooq.cases.Tables.HOLD;
import static io.duly.database.jooq.cases.Tables.RECOVERY_CASE;
import static io.duly.database.jooq.parties.Tables.CREDITOR;
import static io.duly.database.jooq.parties.Tables.DEBTOR;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Cases as people see them. Balances are derived from postings, as of the day that is asked for. */
@Component
public final class Cases {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,18}");
  private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /** The case of a number or an id, as a person typed it. */
  public Optional<CaseId> find(DSLContext tx, String numberOrId) {
    Condition named;
    if (NUMBER.matcher(numberOrId).matches()) {
      named = RECOVERY_CASE.NUMBER.eq(Long.valueOf(numberOrId));
    } else if (UUID_TEXT.matcher(numberOrId).matches()) {
      named = RECOVERY_CASE.ID.eq(UUID.fromString(numberOrId));
    } else {
      return Optional.empty();
    }
    return tx.select(RECOVERY_CASE.ID)
        .from(RECOVERY_CASE)
        .where(named)
        .orderBy(RECOVERY_CASE.ID)
        .limit(1)
        .fetchOptional(row -> new CaseId(row.value1()));
  }

  /** A case as of a day: its balance and holds are those of the day, its stage and next action the present ones. */
  public Optional<CaseView> show(DSLContext tx, CaseId id, LocalDate day) {
    return views(tx, RECOVERY_CASE.ID.eq(id.value()), 1, day).stream().findFirst();
  }

  /** The cases of a debtor, open ones first. */
  public List<CaseView> of(DSLContext tx, DebtorId debtor, LocalDate day) {
    return views(tx, RECOVERY_CASE.DEBTOR_ID.eq(debtor.value()), 10_000, day);
  }

  /** The number and the debtor's name of each, as {@code case 17 of Hotel Seeblick GmbH}. */
  public Map<CaseId, String> names(DSLContext tx, Collection<CaseId> cases) {
    return tx.select(RECOVERY_CASE.ID, RECOVERY_CASE.NUMBER, DEBTOR.NAME)
        .from(RECOVERY_CASE.join(DEBTOR).on(DEBTOR.ID.eq(RECOVERY_CASE.DEBTOR_ID)))
        .where(RECOVERY_CASE.ID.eq(DSL.any(cases.stream().map(CaseId::value).toArray(UUID[]::new))))
        .fetchMap(row -> new CaseId(row.value1()), row -> "case " + row.value2() + " of " + row.value3());
  }

  /** Cases in the order of the worklist: the most urgent first. */
  public List<CaseView> list(DSLContext tx, CaseFilter filter, LocalDate day) {
    var conditions = new ArrayList<Condition>();
    filter.creditor().ifPresent(name -> conditions.add(CREDITOR.NAME.equalIgnoreCase(name)));
    filter.debtor().ifPresent(words -> conditions.add(debtorLike(words)));
    filter.next().ifPresent(next -> conditions.add(RECOVERY_CASE.NEXT_ACTION.eq(Words.of(next))));
    conditions.add(
        filter
            .stage()
            .map(stage -> RECOVERY_CASE.STAGE.eq(Words.of(stage)))
            .orElseGet(() -> RECOVERY_CASE.STAGE.ne("closed")));
    return views(tx, DSL.and(conditions), filter.limit(), day);
  }

  /**
   * A page of cases, the latest number first.
   *
   * @param closed whether those that are closed are wanted too
   * @param below only numbers below this one
   */
  public List<CaseView> page(DSLContext tx, Optional<CreditorId> creditor, Optional<DebtorId> debtor, boolean closed, long below, int limit, LocalDate day) {
    var wanted = new ArrayList<Condition>(List.of(RECOVERY_CASE.NUMBER.lt(below)));
    creditor.ifPresent(one -> wanted.add(RECOVERY_CASE.CREDITOR_ID.eq(one.value())));
    debtor.ifPresent(one -> wanted.add(RECOVERY_CASE.DEBTOR_ID.eq(one.value())));
    if (!closed) {
      wanted.add(RECOVERY_CASE.STAGE.ne("closed"));
    }
    var ids = tx.select(RECOVERY_CASE.ID).from(RECOVERY_CASE).where(wanted).orderBy(RECOVERY_CASE.NUMBER.desc()).limit(limit).fetch(RECOVERY_CASE.ID);
    return views(tx, RECOVERY_CASE.ID.eq(DSL.any(ids.toArray(UUID[]::new))), limit, day).stream()
        .sorted(Comparator.comparingLong(CaseView::number).reversed())
        .toList();
  }

  private static Condition debtorLike(String words) {
    var any = "%" + words.toLowerCase(Locale.ROOT).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    return DEBTOR.NAME
        .likeIgnoreCase(any)
        .or(DEBTOR.EXTERNAL_ID.eq(words))
        .or(DSL.condition("exists (select from unnest({0}) x where x ilike {1})", DEBTOR.ALSO_KNOWN_AS, DSL.val(any)));
  }

  private static List<CaseView> views(DSLContext tx, Condition condition, int limit, LocalDate day) {
    var rows =
        tx.select(RECOVERY_CASE.fields())
            .select(CREDITOR.NAME, DEBTOR.NAME, CaseRow.because(), CaseRow.openBalance(day))
            .from(RECOVERY_CASE)
            .join(CREDITOR)
            .on(CREDITOR.ID.eq(RECOVERY_CASE.CREDITOR_ID))
            .join(DEBTOR)
            .on(DEBTOR.ID.eq(RECOVERY_CASE.DEBTOR_ID))
            .where(condition)
            .orderBy(RECOVERY_CASE.STAGE.eq("closed"), RECOVERY_CASE.PRIORITY.desc(), RECOVERY_CASE.ID)
            .limit(limit)
            .fetch();
    var holds = holds(tx, rows.getValues(RECOVERY_CASE.DEBTOR_ID), day);
    var ofCreditors = CreditorHolds.inForce(tx, new HashSet<>(rows.getValues(RECOVERY_CASE.CREDITOR_ID)), day);
    return rows.map(row -> CaseRow.view(row, Stream.concat(
        holds.getOrDefault(row.get(RECOVERY_CASE.DEBTOR_ID), List.of()).stream(),
        ofCreditors.getOrDefault(row.get(RECOVERY_CASE.CREDITOR_ID), List.of()).stream()).toList()));
  }

  private static Map<UUID, List<Hold>> holds(DSLContext tx, List<UUID> debtors, LocalDate day) {
    return tx.selectFrom(HOLD)
        .where(HOLD.DEBTOR_ID.eq(DSL.any(debtors.toArray(UUID[]::new))))
        .and(Holds.inForceOn(day))
        .orderBy(HOLD.SINCE, HOLD.ID)
        .stream()
        .collect(Collectors.groupingBy(row -> row.getDebtorId(), Collectors.mapping(Holds::hold, Collectors.toList())));
  }
}
