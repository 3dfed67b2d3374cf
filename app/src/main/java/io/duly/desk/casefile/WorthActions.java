package io.duly.desk.casefile;

import io.duly.cases.CannotRecord;
import io.duly.cases.CustomerWorth;
import io.duly.desk.page.Reader;
import io.duly.identity.MayNotChange;
import io.duly.kernel.Money;
import io.duly.parties.Relationship;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the customer is worth, on the page of the case; a manager's and an administrator's, for whether a hard step needs a yes follows it. */
@Controller
@RequestMapping("/cases/{number}")
class WorthActions {
  private final CaseChanges changes;
  private final CustomerWorth worth;

  WorthActions(CaseChanges changes, CustomerWorth worth) {
    this.changes = changes;
    this.worth = worth;
  }

  @PostMapping("/worth")
  String change(
      Reader reader, @PathVariable long number, @RequestParam(defaultValue = "") String value, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> since,
      @RequestParam(defaultValue = "") String manager, @RequestParam(defaultValue = "") String email, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    if (!person.role().mayLetGo()) {
      throw new MayNotChange(person);
    }
    var typed = Map.of("worth", value, "since", since.map(LocalDate::toString).orElse(""), "manager", manager, "manager-email", email);
    return changes.change(reader, new CaseChanges.Asked(number, "relationship", typed, true), next, scoped -> Headlines.find(scoped, number), (tx, head, by) -> {
      var currency = Currency.getInstance(head.creditorCurrency());
      var yearly = text(value).map(amount -> reader.typed(amount, currency).orElseThrow(() -> new CannotRecord(reader.say("promise.no-amount", amount))));
      worth.change(tx, head.id(), new Relationship(yearly.map(Money::minor), since, text(manager), text(email)), currency, by);
    });
  }

  private static Optional<String> text(String typed) {
    return Optional.of(typed.strip()).filter(one -> !one.isEmpty());
  }
}
