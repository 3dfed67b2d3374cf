package io.duly.settlements;

import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Recorded;
import io.duly.correspondence.ReleaseLetters;
import io.duly.kernel.CaseId;
import io.duly.kernel.Money;
import io.duly.kernel.PlanId;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What follows when settlements were paid in time: the rest is let go with its reason, and the debtor released in writing. */
@Component
public final class Releases {
  private static final String KEPT =
      """
      select p.id, p.case_id, s.why from agreements.settlement s join agreements.plan p on p.id = s.plan_id
       where s.released_on is null and p.ended = 'kept' order by p.id for no key update of s
      """;
  private static final String DONE = "update agreements.settlement set released_on = ?::date, written_off = ?, waived = ?, tax = ? where plan_id = ?";

  private final DSLContext sql;
  private final CaseJournal cases;
  private final Remainder rest;
  private final ReleaseLetters letters;

  Releases(DSLContext sql, CaseJournal cases, Remainder rest, ReleaseLetters letters) {
    this.sql = sql;
    this.cases = cases;
    this.rest = rest;
    this.letters = letters;
  }

  /** A settlement that was paid in time. */
  private record Kept(PlanId plan, CaseId recovery, String why) {}

  /** Concludes all that were paid; once however often it is asked. Answers how many. */
  public int conclude(LocalDate day, Instant now) {
    return sql.transactionResult(config -> {
      var tx = config.dsl();
      var all = tx.fetch(KEPT).map(row -> new Kept(new PlanId(row.get(0, UUID.class)), new CaseId(row.get(1, UUID.class)), row.get(2, String.class)));
      var occurredAt = day.atTime(LocalTime.ofInstant(now, ZoneOffset.UTC)).toInstant(ZoneOffset.UTC);
      var by = new Recorded(Recorded.DULY, day, occurredAt.isAfter(now) ? now : occurredAt, now);
      all.forEach(one -> conclude(tx, one, by));
      return all.size();
    });
  }

  private void conclude(DSLContext tx, Kept one, Recorded by) {
    var head = cases.head(tx, one.recovery());
    cases.locked(tx, List.of(one.recovery()));
    var gone = rest.of(tx, one.plan(), "settlement: " + one.why(), by);
    var off = sum(head, gone.stream().filter(line -> !line.isCharge()).map(Gone::amount).toList());
    var waived = sum(head, gone.stream().filter(Gone::isCharge).map(Gone::amount).toList());
    var tax = tax(head, gone);
    tx.execute(DONE, by.on(), off.minor(), waived.minor(), tax.map(Money::minor).orElse(null), one.plan().value());
    letters.plan(tx, head, one.plan(), by);
    cases.write(tx, List.of(head), "settlement-released", sentence(off, waived, tax), facts(one, gone, off, waived, tax), by);
  }

  private static Money sum(CaseHead head, List<Money> amounts) {
    return amounts.stream().reduce(Money.zero(head.currency()), Money::plus);
  }

  /** The tax that is part of what was let go, by each invoice's own share; empty where an invoice does not say its tax. */
  private static Optional<Money> tax(CaseHead head, List<Gone> gone) {
    var invoices = gone.stream().filter(line -> !line.isCharge()).toList();
    if (invoices.stream().anyMatch(line -> line.tax().isEmpty())) {
      return Optional.empty();
    }
    var all = new ArrayList<Money>();
    for (var line : invoices) {
      var share = BigDecimal.valueOf(line.tax().orElseThrow()).multiply(BigDecimal.valueOf(line.amount().minor())).divide(BigDecimal.valueOf(line.gross()), 0, RoundingMode.HALF_EVEN);
      all.add(new Money(share.longValueExact(), head.currency()));
    }
    return Optional.of(sum(head, all));
  }

  private static String sentence(Money off, Money waived, Optional<Money> tax) {
    return "The settlement is fulfilled: " + off + " is written off" + (waived.isPositive() ? " and " + waived + " of charges let go" : "") + ". For the books: "
        + tax.map(one -> one + " of what is written off is tax that may be corrected.").orElse("the tax in what is written off is not known, for an invoice does not say it.");
  }

  private static Map<String, Object> facts(Kept one, List<Gone> gone, Money off, Money waived, Optional<Money> tax) {
    var facts = new TreeMap<String, Object>();
    facts.put("plan", one.plan().toString());
    facts.put("writtenOff", off.plain());
    facts.put("waived", waived.plain());
    facts.put("currency", off.currency().getCurrencyCode());
    tax.ifPresent(amount -> facts.put("tax", amount.plain()));
    facts.put("why", one.why());
    facts.put("lines", gone.stream().map(line -> Map.of("of", line.number(), "amount", line.amount().plain())).toList());
    return facts;
  }
}
