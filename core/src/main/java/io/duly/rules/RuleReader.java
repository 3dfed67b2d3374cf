package io.duly.rules;

import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the single rules of a pack. */
record RuleReader(String jurisdiction, Currency currency, Map<String, RateTable> tables) {

  private Basis basis(PackEntry entry) {
    return new Basis(
        entry.text("id"),
        jurisdiction,
        entry.text("statute"),
        entry.text("section"),
        entry.text("source"));
  }

  private static AppliesTo appliesTo(PackEntry entry) {
    return entry.word("appliesTo", AppliesTo.class);
  }

  PaymentPeriod period(PackEntry entry) {
    return new PaymentPeriod(
        basis(entry),
        appliesTo(entry),
        entry.whole("days"),
        entry.flag("beginsWith"),
        entry.find("lastDay").isPresent()
            ? entry.word("lastDay", LastDay.class)
            : LastDay.STAYS);
  }

  Limit limit(PackEntry entry) {
    String kind = entry.text("kind");
    return switch (kind) {
      case "longest-term" ->
          new Limit.LongestTerm(
              basis(entry),
              appliesTo(entry),
              entry.whole("days"),
              entry.flag("beginsWith"),
              entry.find("monthEndDays").map(_ -> entry.whole("monthEndDays")).orElse(0));
      case "least-rate" ->
          new Limit.LeastRate(
              basis(entry), appliesTo(entry), table(entry), entry.whole("times"));
      case "next-working-day" -> new Limit.NextWorkingDay(basis(entry), appliesTo(entry));
      default ->
          throw entry.wrong(
              "kind", "limits are longest-term, least-rate or next-working-day, not " + kind);
    };
  }

  private RateTable table(PackEntry entry) {
    return Optional.ofNullable(tables.get(entry.text("reference")))
        .orElseThrow(
            () -> entry.wrong("reference", "no such rate table; there are " + tables.keySet()));
  }

  InterestRule interest(PackEntry entry) {
    return new InterestRule(
        basis(entry),
        appliesTo(entry),
        entry.date("validFrom"),
        reference(entry),
        entry.word("year", YearBasis.class),
        entry.word("compounding", Compounding.class),
        entry.flag("fromNotice"),
        entry.word("rounding", RoundingMode.class));
  }

  private Rates reference(PackEntry entry) {
    RateTable table = table(entry);
    List<Rates.Margin> margins =
        entry.each("margins", each -> new Rates.Margin(each.date("from"), each.decimal("points")));
    return new Rates.Reference(
        table, margins, entry.word("marginBy", Rates.MarginBy.class), entry.flag("fixedAtStart"));
  }

  CompensationRule compensation(PackEntry entry) {
    return new CompensationRule(
        basis(entry),
        appliesTo(entry),
        entry.date("contractsFrom"),
        entry.each(
            "bands",
            band ->
                new CompensationRule.Band(
                    band.moneyIfThere("below", currency), band.money("sum", currency))));
  }

  CostRule cost(PackEntry entry) {
    String kind = entry.text("kind");
    return switch (kind) {
      case "actual" -> new ActualCosts(basis(entry), appliesTo(entry), entry.date("contractsFrom"));
      case "scale" -> scale(entry);
      case "collector" -> collector(entry);
      case "reminders" ->
          new ReminderCosts(
              basis(entry),
              appliesTo(entry),
              entry.date("contractsFrom"),
              entry.whole("free"),
              entry.money("most", currency));
      default ->
          throw entry.wrong("kind", "costs are actual, scale, collector or reminders, not " + kind);
    };
  }

  private ScaleCosts scale(PackEntry entry) {
    return new ScaleCosts(
        basis(entry),
        appliesTo(entry),
        entry.date("contractsFrom"),
        entry.each(
            "scale",
            slice ->
                new ScaleCosts.Slice(
                    slice.moneyIfThere("upTo", currency), slice.decimal("percent"))),
        entry.money("least", currency),
        entry.money("most", currency),
        entry.find("noticeDays").map(_ -> entry.whole("noticeDays")));
  }

  private CollectorCosts collector(PackEntry entry) {
    return new CollectorCosts(
        basis(entry),
        appliesTo(entry),
        entry.date("contractsFrom"),
        entry.date("instructedFrom"),
        entry.each(
            "fees",
            step ->
                new CollectorCosts.Step(
                    step.moneyIfThere("upTo", currency),
                    step.money("slice", currency),
                    step.money("fee", currency))),
        entry.decimal("simple"),
        entry.decimal("usual"),
        entry.money("least", currency),
        entry.decimal("expensesPercent"),
        entry.money("expensesMost", currency));
  }

  Refusal refusal(PackEntry entry) {
    return new Refusal(
        basis(entry),
        entry.word("kind", ChargeKind.class),
        appliesTo(entry),
        entry.flag("termsToo"),
        entry.text("why"));
  }

  AllocationRule allocation(PackEntry entry) {
    return new AllocationRule(
        basis(entry),
        entry.flag("creditorMayChoose"),
        entry.words("among", AllocationRule.Among.class),
        entry.words("within", AllocationRule.Part.class));
  }
}
