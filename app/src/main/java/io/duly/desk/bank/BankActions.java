package io.duly.desk.bank;

import io.duly.banking.cash.Allotment;
import io.duly.banking.cash.CannotMatch;
import io.duly.banking.cash.CashMatching;
import io.duly.cases.CannotRecord;
import io.duly.cases.Recorded;
import io.duly.cycle.DailyCycle;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.desk.worklist.Tallies;
import io.duly.identity.Scope;
import io.duly.kernel.PostingId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides about money that came. Each action goes back to the page, which says what became of it. */
@Controller
@RequestMapping("/bank")
class BankActions {
  private static final String PROPOSAL = "select entry_id from banking.proposal where id = ?";
  private static final String ENTRY = "select id from banking.entry where id = ? and receipt_id is not null";
  private static final String ALLOCATION =
      "select e.id from ledger.posting p join banking.entry e on e.receipt_id = p.receipt_id where p.id = ?";

  private final Scope scope;
  private final CashMatching cash;
  private final DailyCycle cycle;
  private final Tallies tallies;
  private final Clock clock;

  BankActions(Scope scope, CashMatching cash, DailyCycle cycle, Tallies tallies, Clock clock) {
    this.scope = scope;
    this.cash = cash;
    this.cycle = cycle;
    this.tallies = tallies;
    this.clock = clock;
  }

  @PostMapping("/proposals/{id}/acceptance")
  String accept(Reader reader, @PathVariable UUID id, RedirectAttributes next) {
    change(reader, PROPOSAL, id, "accepted", next, by -> cash.accept(id, by));
    return "redirect:/bank#waiting";
  }

  @PostMapping("/proposals/{id}/declining")
  String decline(Reader reader, @PathVariable UUID id, RedirectAttributes next) {
    change(reader, PROPOSAL, id, "declined", next, by -> cash.decline(id, by));
    return "redirect:/bank#waiting";
  }

  @PostMapping("/entries/{id}/allocation")
  String allocate(
      Reader reader, @PathVariable UUID id, @RequestParam String currency, @RequestParam MultiValueMap<String, String> form, RedirectAttributes next) {
    var allotments = new ArrayList<Allotment>();
    var wrong = read(reader, form, Currency.getInstance(currency), allotments);
    if (wrong.isPresent() || allotments.isEmpty()) {
      Told.refused(wrong.map(text -> reader.say("bank.no-amount", text)).orElseGet(() -> reader.say("bank.nothing-typed"))).showOn(next);
      return "redirect:/bank/entries/" + id;
    }
    return change(reader, ENTRY, id, "allocated", next, by -> cash.allocate(id, allotments, by)) ? "redirect:/bank#waiting" : "redirect:/bank/entries/" + id;
  }

  @PostMapping("/entries/{id}/setting-aside")
  String setAside(Reader reader, @PathVariable UUID id, @RequestParam(defaultValue = "") String why, RedirectAttributes next) {
    if (why.isBlank()) {
      Told.refused(reader.say("bank.why-missing")).showOn(next);
      return "redirect:/bank/entries/" + id;
    }
    return change(reader, ENTRY, id, "set-aside", next, by -> cash.setAside(id, why.strip(), by)) ? "redirect:/bank#waiting" : "redirect:/bank/entries/" + id;
  }

  @PostMapping("/entries/{id}/allocations/{allocation}/reversal")
  String reverse(
      Reader reader, @PathVariable UUID id, @PathVariable UUID allocation, @RequestParam(defaultValue = "") String why, RedirectAttributes next) {
    if (why.isBlank()) {
      Told.refused(reader.say("bank.why-missing")).showOn(next);
    } else {
      change(reader, ALLOCATION, allocation, "reversed", next, by -> cash.reverse(new PostingId(allocation), why.strip(), by));
    }
    return "redirect:/bank/entries/" + id;
  }

  /** The amounts that were typed beside invoices; the first that is none. */
  private static Optional<String> read(Reader reader, MultiValueMap<String, String> form, Currency currency, List<Allotment> into) {
    for (var field : form.entrySet()) {
      var text = field.getValue().getFirst();
      if (field.getKey().startsWith("to.") && !text.isBlank()) {
        var amount = reader.typed(text, currency);
        if (amount.isEmpty()) {
          return Optional.of(text);
        }
        into.add(new Allotment(field.getKey().substring(3), amount));
      }
    }
    return Optional.empty();
  }

  /** Looks with the person's own eyes, and changes only what they see; whether it could be done. */
  private boolean change(Reader reader, String visible, UUID id, String done, RedirectAttributes next, Consumer<Recorded> action) {
    var person = reader.person().orElseThrow();
    var found = scope.changing(person, scoped -> scoped.fetchOptional(visible, id), (_, row) -> row);
    if (found.isEmpty()) {
      throw new NotThere();
    }
    try {
      action.accept(Recorded.by(person.actor(), reader.today(), clock.instant()));
      cycle.again(reader.today());
      tallies.changed();
      Told.done("bank." + done).showOn(next);
      return true;
    } catch (CannotMatch | CannotRecord refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
      return false;
    }
  }
}
