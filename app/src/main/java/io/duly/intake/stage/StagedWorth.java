package io.duly.intake.stage;

import io.duly.parties.Creditor;
import io.duly.parties.Relationship;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;

/** What staged rows say of the relationship with debtors, in minor units of the creditors' own currencies. */
record StagedWorth(Map<UUID, Currency> currencies) {
  private static final String DIFFERS =
      """
      insert into note (line, field, code, message, anyhow)
      select line, 'yearlyValue', 'currency-differs', 'The value a year is said in ' || i.worth[2] || ', and the creditor counts in ' || c.code || '; left empty.', true
        from incoming i join unnest({0}::uuid[], {1}::text[]) c (id, code) on c.id = i.creditor_id
       where i.worth[1] <> '' and i.worth[2] not in ('', c.code)
      """;
  private static final String UNFOLD =
      """
      create temp table worths on commit drop as
      select i.line, case when i.worth[2] in ('', c.code) then round(nullif(i.worth[1], '')::numeric * 10 ^ c.digits)::bigint end as yearly_value,
          nullif(i.worth[3], '')::date as since, nullif(i.worth[4], '') as manager, nullif(i.worth[5], '') as email
        from incoming i join unnest({0}::uuid[], {1}::text[], {2}::int[]) c (id, code, digits) on c.id = i.creditor_id
       where i.worth is not null
      """;

  static StagedWorth of(List<Creditor> creditors) {
    return new StagedWorth(creditors.stream().collect(Collectors.toMap(one -> one.id().value(), Creditor::currency)));
  }

  /** Puts what rows say into columns, to be compared with what is known, and says which value is of another currency. */
  void unfold(DSLContext tx) {
    tellOtherCurrencies(tx);
    var digits = currencies.values().stream().map(Currency::getDefaultFractionDigits).toArray(Integer[]::new);
    tx.execute(UNFOLD, DSL.val(ids()), DSL.val(codes()), DSL.val(digits));
  }

  void tellOtherCurrencies(DSLContext tx) {
    tx.execute(DIFFERS, DSL.val(ids()), DSL.val(codes()));
  }

  private UUID[] ids() {
    return currencies.keySet().toArray(UUID[]::new);
  }

  private String[] codes() {
    return currencies.values().stream().map(Currency::getCurrencyCode).toArray(String[]::new);
  }

  Relationship of(Record row) {
    var parts = row.get("worth", String[].class);
    return parts == null
        ? Relationship.UNKNOWN
        : new Relationship(value(row.get("creditor_id", UUID.class), parts), said(parts[2]).map(LocalDate::parse), said(parts[3]), said(parts[4]));
  }

  private Optional<Long> value(UUID creditor, String[] parts) {
    return said(parts[0]).flatMap(text -> Optional.ofNullable(currencies.get(creditor))
        .filter(currency -> parts[1].isEmpty() || parts[1].equals(currency.getCurrencyCode()))
        .map(currency -> new BigDecimal(text).setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP).unscaledValue().longValueExact()));
  }

  private static Optional<String> said(String text) {
    return Optional.of(text).filter(one -> !one.isEmpty());
  }
}
