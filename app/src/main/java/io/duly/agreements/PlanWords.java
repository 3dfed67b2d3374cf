package io.duly.agreements;

import io.duly.kernel.PlanId;
import io.duly.plans.Instalment;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the journal tells of a plan. */
final class PlanWords {
  private PlanWords() {}

  static String of(Agreed agreed) {
    var instalments = agreed.offer().plan().instalments();
    return instalments.size() + (instalments.size() == 1 ? " payment of " : " payments, ") + agreed.offer().plan().total() + " in all: "
        + instalments.stream().map(PlanWords::of).collect(Collectors.joining(", ")) + ".";
  }

  private static String of(Instalment one) {
    return one.dueOn() + " " + one.amount();
  }

  static Map<String, Object> facts(PlanId plan, Agreed agreed) {
    var facts = new TreeMap<String, Object>();
    var made = agreed.offer().plan();
    facts.put("plan", plan.toString());
    facts.put("kind", agreed.offer().kind().name().toLowerCase(Locale.ROOT));
    facts.put("currency", made.debt().currency().getCurrencyCode());
    facts.put("owed", agreed.offer().owed().plain());
    facts.put("total", made.total().plain());
    facts.put("interest", made.interest().plain());
    facts.put("instalments", made.instalments().stream().map(one -> Map.of("dueOn", one.dueOn().toString(), "amount", one.amount().plain())).toList());
    facts.put("onMiss", agreed.onMiss().name().toLowerCase(Locale.ROOT));
    facts.put("graceDays", agreed.graceDays());
    facts.put("paidBy", agreed.paidBy().word());
    agreed.ownWords().ifPresent(words -> facts.put("ownWords", words));
    return facts;
  }
}
