package io.duly.desk.search;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Finds debtors by name, number or e-mail, and by the number of one of their cases. */
final class DebtorSearch {
  private static final String FOUND =
      """
      with near as (
        select debtor_id, nearness from parties.search_in_scope(?, ?)
        union all
        select c.debtor_id, 3 from cases.recovery_case c where c.number = ?)
      select d.name, d.external_id, d.city, cr.name as creditor,
             (select array_agg(c.number order by c.opened_on desc, c.number desc) from cases.recovery_case c
               where c.debtor_id = d.id) as cases
        from (select debtor_id, max(nearness) as nearness from near group by debtor_id) found
        join parties.debtor d on d.id = found.debtor_id
        join parties.creditor cr on cr.id = d.creditor_id
       order by found.nearness desc, d.name, d.id limit ?
      """;

  private DebtorSearch() {}

  static List<Results.FoundDebtor> find(DSLContext scoped, String words, int most) {
    return scoped.fetch(FOUND, words, most, caseNumber(words), most).map(DebtorSearch::debtor);
  }

  /** 0, which no case has, where the words are no number. */
  private static long caseNumber(String words) {
    var digits = words.startsWith("#") ? words.substring(1) : words;
    return digits.matches("\\d{1,15}") ? Long.parseLong(digits) : 0;
  }

  private static Results.FoundDebtor debtor(Record row) {
    return new Results.FoundDebtor(
        row.get("name", String.class),
        row.get("external_id", String.class),
        row.get("creditor", String.class),
        Optional.ofNullable(row.get("city", String.class)),
        Optional.ofNullable(row.get("cases", Long[].class)).map(Arrays::asList).orElse(List.of()));
  }
}
