package io.duly.portal;

import io.duly.calls.Field;
import io.duly.calls.Sheet;
import io.duly.plans.Instalment;
import io.duly.plans.Offer;
import io.duly.plans.Plan;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a debtor is about to say yes to.
 *
 * @param currency of the account
 * @param typed from which it was worked out
 * @param atOnce it holds when they say yes; else a person looks at it
 * @param answerBy by when
 */
public record PlanShown(String currency, Sheet typed, Offer offer, boolean atOnce, LocalDate answerBy) {
  static final String AT_ONCE = " at once";

  /** The names and values by which the same is worked out again. */
  public Map<String, String> fields() {
    var all = new TreeMap<String, String>();
    for (var field : new Field[] {Field.WAY, Field.AMOUNT, Field.FIRST_ON, Field.REST_ON, Field.COUNT, Field.RHYTHM}) {
      typed.text(field).ifPresent(text -> all.put(field.word(), text));
    }
    return all;
  }

  /** All that matters of it on one line, so that nobody says yes to something else than they saw. */
  public String print() {
    return print(offer.plan()) + (atOnce ? AT_ONCE : " asked");
  }

  static String print(Plan plan) {
    return print(plan.instalments());
  }

  static String print(List<Instalment> parts) {
    return parts.stream().map(PlanShown::print).collect(Collectors.joining(" "));
  }

  private static String print(Instalment one) {
    return one.dueOn() + "=" + one.amount().minor();
  }
}
