package io.duly.desk.account;

import io.duly.cases.CannotRecord;
import io.duly.cases.Cases;
import io.duly.cases.Recorded;
import io.duly.charging.Charging;
import io.duly.charging.CourtCosts;
import io.duly.cycle.DailyCycle;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.desk.worklist.Tallies;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.kernel.CaseId;
import io.duly.kernel.ChargeId;
import io.duly.kernel.Money;
import io.duly.ledger.AllocationRefused;
import io.duly.ledger.ChargeBook;
import io.duly.ledger.ChargeLine;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides about the charges of a case. Each action goes back to the statement, which says what became of it. */
@Controller
@RequestMapping("/cases/{number}")
class ChargeActions {
  private static final String CHARGE =
      """
      select 1 from ledger.charge g join cases.recovery_case c on c.debtor_id = g.debtor_id and c.currency = g.currency
       where g.id = ? and c.id = ?
      """;

  private final Scope scope;
  private final Cases cases;
  private final Charging charging;
  private final CourtCosts court;
  private final ChargeBook book;
  private final DailyCycle cycle;
  private final Tallies tallies;
  private final Clock clock;

  ChargeActions(
      Scope scope, Cases cases, Charging charging, CourtCosts court, ChargeBook book, DailyCycle cycle, Tallies tallies, Clock clock) {
    this.scope = scope;
    this.cases = cases;
    this.charging = charging;
    this.court = court;
    this.book = book;
    this.cycle = cycle;
    this.tallies = tallies;
    this.clock = clock;
  }

  /** Changes a case with the application's rights, and answers what is said of it. */
  private interface Change {
    Told on(DSLContext tx, CaseId id, Recorded by);
  }

  /** By which right: everybody who works cases, or those who may give up what is owed. */
  private interface Way {
    Optional<Told> changed(Person person, Function<DSLContext, Optional<CaseId>> find, BiFunction<DSLContext, CaseId, Told> change);
  }

  @PostMapping("/charges")
  String post(Reader reader, @PathVariable long number, RedirectAttributes next) {
    return change(reader, number, next, scope::changing, ofCase(number), (tx, id, by) -> {
      var posted = charging.post(tx, id, by);
      return posted.isNothing() ? Told.done("charges.nothing") : Told.done("charges.posted", posted.charges().size());
    });
  }

  @PostMapping("/charges/{charge}/waiver")
  String waive(
      Reader reader, @PathVariable long number, @PathVariable UUID charge, @RequestParam String why,
      @RequestParam(defaultValue = "") String amount, RedirectAttributes next) {
    return change(reader, number, next, scope::lettingGo, ofCharge(number, charge), (tx, _, by) -> {
      var part = amount.isBlank() ? Optional.<Money>empty() : Optional.of(typed(tx, charge, amount, reader, by));
      var waived = charging.waive(tx, new ChargeId(charge), part, why.strip(), by);
      return Told.done("charges.waived", reader.amount(waived.minor(), waived.currency().getCurrencyCode()));
    });
  }

  @PostMapping("/charges/{charge}/cancellation")
  String cancel(Reader reader, @PathVariable long number, @PathVariable UUID charge, @RequestParam String why, RedirectAttributes next) {
    return change(reader, number, next, scope::lettingGo, ofCharge(number, charge), (tx, _, by) -> {
      charging.cancel(tx, new ChargeId(charge), why.strip(), by);
      return Told.done("charges.cancelled");
    });
  }

  @PostMapping("/court-fee")
  String court(
      Reader reader, @PathVariable long number, @RequestParam String place, @RequestParam String evidence, RedirectAttributes next) {
    return change(reader, number, next, scope::changing, ofCase(number), (tx, id, by) -> {
      var fee = court.post(tx, id, place, evidence, by).amount();
      return Told.done("charges.court-posted", reader.amount(fee.minor(), fee.currency().getCurrencyCode()));
    });
  }

  private Money typed(DSLContext tx, UUID charge, String amount, Reader reader, Recorded by) {
    var currency =
        book.charge(tx, new ChargeId(charge), by.on()).map(ChargeLine::open).map(Money::currency).orElseThrow(NotThere::new);
    return reader.typed(amount, currency).orElseThrow(() -> new CannotRecord(reader.say("bank.no-amount", amount)));
  }

  private Function<DSLContext, Optional<CaseId>> ofCase(long number) {
    return scoped -> cases.find(scoped, String.valueOf(number));
  }

  private Function<DSLContext, Optional<CaseId>> ofCharge(long number, UUID charge) {
    return scoped ->
        ofCase(number).apply(scoped).filter(id -> scoped.fetchOptional(CHARGE, charge, id.value()).isPresent());
  }

  private String change(
      Reader reader, long number, RedirectAttributes next, Way way, Function<DSLContext, Optional<CaseId>> find, Change change) {
    var person = reader.person().orElseThrow();
    var by = Recorded.by(person.actor(), reader.today(), clock.instant());
    try {
      way.changed(person, find, (tx, id) -> change.on(tx, id, by)).orElseThrow(NotThere::new).showOn(next);
      cycle.again(reader.today());
      tallies.changed();
    } catch (CannotRecord | AllocationRefused refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
    }
    return "redirect:/cases/" + number + "/statement";
  }
}
