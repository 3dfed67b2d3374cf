package io.duly.cases;

import io.duly.kernel.CaseId;
import io.duly.kernel.Money;
import io.duly.parties.Parties;
import io.duly.parties.Relationship;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** What a debtor is worth to the creditor as a customer, as somebody writes it down (P11). Hard steps follow it, so it is on record. */
@Component
public final class CustomerWorth {
  private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\\p{Cntrl}]{1,64}@[^\\s@<>\\p{Cntrl}]{1,253}");
  private static final int LONGEST_NAME = 200;

  private final Parties parties;
  private final CaseJournal cases;

  CustomerWorth(Parties parties, CaseJournal cases) {
    this.parties = parties;
    this.cases = cases;
  }

  /**
   * Writes all of it, in the place of what was known.
   *
   * @param currency of the creditor
   * @throws CannotRecord where the account manager's name or address cannot be one, a value is below 0, or the day is to come
   */
  public void change(DSLContext tx, CaseId id, Relationship relationship, Currency currency, Recorded by) {
    refuseImpossible(relationship, by);
    var head = cases.head(tx, id);
    var before = parties.debtor(tx, head.debtor()).orElseThrow().details().relationship();
    if (before.equals(relationship)) {
      return;
    }
    parties.relate(tx, head.debtor(), relationship);
    var facts = Map.of("before", facts(before, currency), "now", facts(relationship, currency));
    cases.write(tx, List.of(head), "relationship-changed", "What the customer is worth to us, or who looks after them, is written down anew.", facts, by);
  }

  private static void refuseImpossible(Relationship relationship, Recorded by) {
    if (relationship.yearlyValue().filter(value -> value < 0).isPresent()) {
      throw new CannotRecord("What a customer buys in a year is not below 0.");
    }
    if (relationship.since().filter(day -> day.isAfter(by.on()) || day.getYear() < 1800).isPresent()) {
      throw new CannotRecord("Since when they are a customer is a day that was, from 1800 on.");
    }
    if (relationship.managerEmail().filter(address -> !ADDRESS.matcher(address).matches()).isPresent()) {
      throw new CannotRecord("The account manager's e-mail address is one such as anna@example.org.");
    }
    if (relationship.manager().filter(name -> name.length() > LONGEST_NAME).isPresent()) {
      throw new CannotRecord("The account manager's name has 200 letters at most.");
    }
  }

  private static Map<String, String> facts(Relationship relationship, Currency currency) {
    var facts = new LinkedHashMap<String, String>();
    relationship.yearlyValue().ifPresent(value -> {
      facts.put("yearlyValue", new Money(value, currency).plain());
      facts.put("currency", currency.getCurrencyCode());
    });
    put(facts, "customerSince", relationship.since());
    put(facts, "accountManager", relationship.manager());
    put(facts, "accountManagerEmail", relationship.managerEmail());
    return facts;
  }

  private static void put(Map<String, String> facts, String name, Optional<?> value) {
    value.ifPresent(one -> facts.put(name, one.toString()));
  }
}
