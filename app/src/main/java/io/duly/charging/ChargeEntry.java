package io.duly.charging;

import io.duly.kernel.Money;
import io.duly.ledger.Charge;
import io.duly.ledger.ChargeLine;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the journal of a case says of charges. */
final class ChargeEntry {
  private ChargeEntry() {}

  /** {@code Charged 57.75 EUR: interest 17.75 EUR, compensation 40.00 EUR}. */
  static String summary(Posted posted) {
    var said = new StringBuilder();
    if (!posted.charges().isEmpty()) {
      var sum = posted.charges().stream().map(Charge::amount).reduce(Money::plus).orElseThrow();
      said.append("Charged ").append(sum).append(": ").append(byKind(posted.charges()));
    }
    if (!posted.cancelled().isEmpty()) {
      var sum = posted.cancelled().stream().map(line -> line.charge().amount()).reduce(Money::plus).orElseThrow();
      said.append(said.isEmpty() ? "T" : "; t").append("ook back ").append(sum).append(" that was no longer right");
    }
    return said.toString();
  }

  static Map<String, ?> facts(Posted posted, Map<?, String> numbers) {
    var facts = new LinkedHashMap<String, Object>();
    facts.put("charges", posted.charges().stream().map(charge -> facts(charge, numbers.getOrDefault(charge.invoice(), ""))).toList());
    facts.put("cancelled", posted.cancelled().stream().map(line -> line.charge().id().toString()).toList());
    return facts;
  }

  private static Map<String, String> facts(Charge charge, String number) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("charge", charge.id().toString());
    facts.put("invoice", number);
    facts.put("kind", charge.kind().word());
    facts.put("amount", charge.amount().plain());
    facts.put("currency", charge.amount().currency().getCurrencyCode());
    facts.put("from", charge.from().toString());
    facts.put("to", charge.to().toString());
    facts.put("rule", charge.basis().rule());
    facts.put("basis", charge.basis().named());
    return facts;
  }

  static Map<String, ?> facts(ChargeLine line, Money amount, String why) {
    var facts = new LinkedHashMap<String, String>();
    facts.put("charge", line.charge().id().toString());
    facts.put("invoice", line.invoiceNumber());
    facts.put("kind", line.charge().kind().word());
    facts.put("amount", amount.plain());
    facts.put("currency", amount.currency().getCurrencyCode());
    facts.put("why", why);
    return facts;
  }

  private static String byKind(List<Charge> charges) {
    var sums = charges.stream().collect(Collectors.toMap(Charge::kind, Charge::amount, Money::plus, TreeMap::new));
    return sums.entrySet().stream().map(sum -> words(sum.getKey()) + " " + sum.getValue()).collect(Collectors.joining(", "));
  }

  static String words(Charge.Kind kind) {
    return kind.word().replace('_', ' ');
  }
}
