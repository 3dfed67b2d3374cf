package io.duly.intake.stage;

import io.duly.intake.reading.Field;
import io.duly.intake.reading.Layout;
import io.duly.kernel.CreditorId;
import io.duly.parties.Address;
import io.duly.parties.DebtorDetails;
import io.duly.parties.Parties;
import io.duly.strategy.DebtorKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;

/**
 * Brings the debtors of the staged rows to the parties. Where one number comes with several spellings of a name, the one
 * that comes most often is the name, of two that come as often the longer; the others are kept beside it.
 */
final class DebtorEntry {
  private static final int CHUNK = 5_000;
  private static final Set<Field> DETAILS =
      Set.of(
          Field.STREET, Field.POSTAL_CODE, Field.CITY, Field.REGION, Field.COUNTRY, Field.LANGUAGE, Field.EMAIL, Field.PHONE,
          Field.DEBTOR_KIND, Field.SEGMENT, Field.BILLS_BY, Field.FAX, Field.YEARLY_VALUE, Field.CUSTOMER_SINCE, Field.ACCOUNT_MANAGER,
          Field.ACCOUNT_MANAGER_EMAIL);
  private static final String TOLD =
      "(n.creditor_id, n.debtor_number) in (select i.creditor_id, i.debtor_number from incoming i join told using (line))";
  private static final String WITH_OTHER_NAMES =
      """
      not exists (
        select from parties.debtor d where d.creditor_id = n.creditor_id and d.external_id = n.debtor_number
           and n.names <@ (d.also_known_as || d.name)
           and (d.name <> d.external_id or n.names = '{}' or d.name = any (n.names)))
      """;
  /** Where the rows say nothing of debtors but their numbers. */
  private static final String UNKNOWN =
      """
      select n.creditor_id, n.debtor_number, '{}'::text[] as names, null as street, null as postal_code, null as city, null as region,
          null as country, null as language, null as email, null as phone, null as kind, null as segment, null as bills_by, null as fax,
          null::text[] as worth
        from (select distinct creditor_id, debtor_number from incoming where debtor_number is not null) n
       where not exists (
         select from parties.debtor d where d.creditor_id = n.creditor_id and d.external_id = n.debtor_number)
       order by n.creditor_id
      """;

  private final Parties parties;
  private final StagedWorth worth;
  private final DSLContext tx;

  DebtorEntry(Parties parties, DSLContext tx) {
    this.parties = parties;
    this.worth = StagedWorth.of(parties.creditors(tx));
    this.tx = tx;
  }

  /** How the parties are told of a chunk. */
  private interface Telling {
    void tell(CreditorId creditor, List<DebtorDetails> debtors);
  }

  /** The rows are a list of debtors: what they say counts. Which of them say something new is in {@code told} then. */
  void store() {
    worth.unfold(tx);
    tx.execute(
        """
        create temp table told on commit drop as
        select line from incoming i where not exists (
          select from parties.debtor d where d.creditor_id = i.creditor_id and d.external_id = i.debtor_number and d.name = i.name
             and (i.street, i.postal_code, i.city, i.region, i.country, i.language, i.email, i.phone, i.kind, i.segment, i.bills_by, i.fax)
               is not distinct from (
                 case when i.street is not null then d.street end, case when i.postal_code is not null then d.postal_code end,
                 case when i.city is not null then d.city end, case when i.region is not null then d.region end,
                 case when i.country is not null then d.country::text end, case when i.language is not null then d.language end,
                 case when i.email is not null then d.email end, case when i.phone is not null then d.phone end,
                 case when i.kind is not null then d.kind end, case when i.segment is not null then d.segment end,
                 case when i.bills_by is not null then d.bills_by end, case when i.fax is not null then d.fax end)
             and (i.worth is null or not exists (
               select from worths w where w.line = i.line and (w.yearly_value, w.since, w.manager, w.email) is distinct from (
                 case when w.yearly_value is not null then d.relationship_value end, case when w.since is not null then d.customer_since end,
                 case when w.manager is not null then d.account_manager end, case when w.email is not null then d.account_manager_email end))))
        """);
    each(debtors(TOLD), (creditor, debtors) -> parties.store(tx, creditor, debtors));
  }

  /** The rows are documents that mention debtors: what is known counts, and gaps are filled. */
  void mention(Layout layout) {
    if (layout.has(Field.YEARLY_VALUE)) {
      worth.tellOtherCurrencies(tx);
    }
    boolean details = DETAILS.stream().anyMatch(layout::has);
    Telling telling = (creditor, debtors) -> parties.mention(tx, creditor, debtors);
    if (details || layout.has(Field.DEBTOR_NAME)) {
      each(debtors(details ? "true" : WITH_OTHER_NAMES), telling);
    } else {
      each(UNKNOWN, telling);
    }
  }

  private void each(String query, Telling telling) {
    var chunk = new ArrayList<Record>(CHUNK);
    try (var cursor = tx.resultQuery(query).fetchSize(CHUNK).fetchLazy()) {
      for (Record row : cursor) {
        if (chunk.size() == CHUNK || (!chunk.isEmpty() && !creditor(row).equals(creditor(chunk.getFirst())))) {
          tell(chunk, telling);
        }
        chunk.add(row);
      }
    }
    tell(chunk, telling);
  }

  private void tell(List<Record> chunk, Telling telling) {
    if (!chunk.isEmpty()) {
      var debtors = chunk.stream().flatMap(row -> details(row).stream()).toList();
      telling.tell(new CreditorId(creditor(chunk.getFirst())), debtors);
      chunk.clear();
    }
  }

  /** One row per debtor, the last one's details; only those that have something to tell. */
  private static String debtors(String which) {
    return """
        with spelled as (
          select creditor_id, debtor_number, name, count(*) as times from incoming where debtor_number is not null group by 1, 2, 3),
        named as (
          select creditor_id, debtor_number,
              coalesce(array_agg(name order by times, length(name), name) filter (where name is not null), '{}') as names
            from spelled group by 1, 2),
        telling as (select * from named n where %s)
        select t.creditor_id, t.debtor_number, t.names, l.street, l.postal_code, l.city, l.region, l.country, l.language, l.email,
            l.phone, l.kind, l.segment, l.bills_by, l.fax, l.worth
          from telling t join (
            select distinct on (creditor_id, debtor_number) * from incoming
             order by creditor_id, debtor_number, line desc) l using (creditor_id, debtor_number)
         order by t.creditor_id
        """
        .formatted(which);
  }

  private List<DebtorDetails> details(Record row) {
    var number = row.get("debtor_number", String.class);
    var names = row.get("names", String[].class);
    var details = new ArrayList<DebtorDetails>();
    for (var name : names) {
      details.add(DebtorDetails.named(number, name));
    }
    // The last one counts: the name chosen, or the number where there is none, with the details.
    details.add(full(number, names.length == 0 ? number : names[names.length - 1], row));
    return details;
  }

  private DebtorDetails full(String number, String name, Record row) {
    return new DebtorDetails(
        number,
        name,
        text(row, "kind").map(kind -> DebtorKind.valueOf(kind.toUpperCase(Locale.ROOT))).orElse(DebtorKind.UNKNOWN),
        new Address(text(row, "street"), text(row, "postal_code"), text(row, "city"), text(row, "region"), text(row, "country")),
        text(row, "language"),
        Optional.empty(),
        text(row, "email"),
        text(row, "phone"),
        text(row, "segment"),
        worth.of(row),
        text(row, "bills_by"),
        text(row, "fax"));
  }

  private static Optional<String> text(Record row, String column) {
    return Optional.ofNullable(row.get(column, String.class));
  }

  private static UUID creditor(Record row) {
    return row.get("creditor_id", UUID.class);
  }
}
