package io.duly.parties;

import static io.duly.database.jooq.parties.Tables.DEBTOR;

import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.IdSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;

/** Many debtors of one creditor in a few statements, whatever their number. */
final class DebtorBatch {
  private static final List<String> OPTIONAL =
      List.of("street", "postal_code", "city", "region", "country", "language", "time_zone", "email", "phone", "segment",
          "relationship_value", "bills_by", "fax", "customer_since", "account_manager", "account_manager_email");

  private final CreditorId creditor;
  private final List<DebtorDetails> debtors;
  private final List<DebtorDetails> spellings;

  DebtorBatch(CreditorId creditor, Collection<DebtorDetails> debtors) {
    var together = new LinkedHashMap<String, DebtorDetails>();
    // Two rows of one number: the later one counts, the earlier one fills its gaps.
    debtors.forEach(one -> together.merge(one.externalId(), one, (earlier, later) -> later.filledFrom(earlier)));
    this.creditor = creditor;
    this.debtors = List.copyOf(together.values());
    this.spellings = List.copyOf(debtors);
  }

  /** What the batch says counts. */
  DebtorsStored store(DSLContext tx, IdSource ids) {
    var values = new LinkedHashMap<String, String>();
    values.put("name", "excluded.name");
    values.put("kind", "case when excluded.kind = 'unknown' then d.kind else excluded.kind end");
    OPTIONAL.forEach(column -> values.put(column, "coalesce(excluded.%1$s, d.%1$s)".formatted(column)));
    return written(tx, ids, values);
  }

  /** What is known counts. */
  DebtorsStored mention(DSLContext tx, IdSource ids) {
    var values = new LinkedHashMap<String, String>();
    // A debtor made from a list without names is called by its number until a name comes.
    values.put("name", "case when d.name = d.external_id then excluded.name else d.name end");
    values.put("kind", "case when d.kind = 'unknown' then excluded.kind else d.kind end");
    OPTIONAL.forEach(column -> values.put(column, "coalesce(d.%1$s, excluded.%1$s)".formatted(column)));
    return written(tx, ids, values);
  }

  private DebtorsStored written(DSLContext tx, IdSource ids, Map<String, String> values) {
    if (debtors.isEmpty()) {
      return new DebtorsStored(Map.of(), 0, 0);
    }
    var made = tx.resultQuery(upsert(values), columns(ids)).fetch(0, Boolean.class);
    int fresh = (int) made.stream().filter(Boolean.TRUE::equals).count();
    keepSpellings(tx);
    return new DebtorsStored(idsByNumber(tx), fresh, made.size() - fresh);
  }

  private static String upsert(Map<String, String> values) {
    var names = String.join(", ", values.keySet());
    var set =
        values.entrySet().stream().map(e -> e.getKey() + " = " + e.getValue()).collect(Collectors.joining(",\n  "));
    var known = values.keySet().stream().map(column -> "d." + column).collect(Collectors.joining(", "));
    return """
        insert into parties.debtor as d (id, external_id, %s, creditor_id)
        select u.*, {20}::uuid from unnest({0}::uuid[], {1}::text[], {2}::text[], {3}::text[], {4}::text[], {5}::text[],
          {6}::text[], {7}::text[], {8}::text[], {9}::text[], {10}::text[], {11}::text[], {12}::text[], {13}::text[],
          {14}::bigint[], {15}::text[], {16}::text[], {17}::date[], {18}::text[], {19}::text[]) u
        on conflict (creditor_id, external_id) do update set %s,
          also_known_as = case when %s = d.name then d.also_known_as
            else array(select distinct x from unnest(d.also_known_as || d.name) x where x <> %s and x <> d.external_id order by x) end
        where (%s) is distinct from (%s)
        returning xmax = 0
        """
        .formatted(names, set, values.get("name"), values.get("name"), known, String.join(", ", values.values()));
  }

  private Field<?>[] columns(IdSource ids) {
    return new Field<?>[] {
      DSL.val(debtors.stream().map(one -> ids.next()).toArray(UUID[]::new)),
      texts(DebtorDetails::externalId),
      texts(DebtorDetails::name),
      texts(one -> one.kind().name().toLowerCase(Locale.ROOT)),
      known(one -> one.address().street()),
      known(one -> one.address().postalCode()),
      known(one -> one.address().city()),
      known(one -> one.address().region()),
      known(one -> one.address().country()),
      known(DebtorDetails::language),
      known(DebtorDetails::timeZone),
      known(DebtorDetails::email),
      known(DebtorDetails::phone),
      known(DebtorDetails::segment),
      DSL.val(debtors.stream().map(one -> one.relationship().yearlyValue().orElse(null)).toArray(Long[]::new)),
      known(DebtorDetails::billsBy),
      known(DebtorDetails::fax),
      DSL.val(debtors.stream().map(one -> one.relationship().since().orElse(null)).toArray(LocalDate[]::new)),
      known(one -> one.relationship().manager()),
      known(one -> one.relationship().managerEmail()),
      DSL.val(creditor.value())
    };
  }

  private Field<String[]> texts(Function<DebtorDetails, String> part) {
    return DSL.val(debtors.stream().map(part).toArray(String[]::new));
  }

  private Field<String[]> known(Function<DebtorDetails, Optional<String>> part) {
    return DSL.val(debtors.stream().map(one -> part.apply(one).orElse(null)).toArray(String[]::new));
  }

  private void keepSpellings(DSLContext tx) {
    tx.execute(
        """
        update parties.debtor d
           set also_known_as = array(select distinct x from unnest(d.also_known_as || n.names) x where x <> d.name order by x)
          from (select number, array_agg(distinct name) names from unnest({0}::text[], {1}::text[]) t(number, name) group by 1) n
         where d.creditor_id = {2} and d.external_id = n.number
           and exists (select from unnest(n.names) x where x <> d.name and x <> all (d.also_known_as))
        """,
        DSL.val(spellings.stream().map(DebtorDetails::externalId).toArray(String[]::new)),
        DSL.val(spellings.stream().map(DebtorDetails::name).toArray(String[]::new)),
        DSL.val(creditor.value()));
  }

  private Map<String, DebtorId> idsByNumber(DSLContext tx) {
    var found = new HashMap<String, DebtorId>();
    tx.select(DEBTOR.EXTERNAL_ID, DEBTOR.ID)
        .from(DEBTOR)
        .where(DEBTOR.CREDITOR_ID.eq(creditor.value()))
        .and(DEBTOR.EXTERNAL_ID.eq(DSL.any(debtors.stream().map(DebtorDetails::externalId).toArray(String[]::new))))
        .forEach(row -> found.put(row.value1(), new DebtorId(row.value2())));
    return found;
  }
}
