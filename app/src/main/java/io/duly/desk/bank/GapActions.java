package io.duly.desk.bank;

import io.duly.banking.BankAccounts;
import io.duly.cases.Recorded;
import io.duly.cycle.DailyCycle;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.desk.worklist.Tallies;
import io.duly.identity.Scope;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person decides about statements that are missing. */
@Controller
class GapActions {
  private final Scope scope;
  private final BankAccounts accounts;
  private final DailyCycle cycle;
  private final Tallies tallies;
  private final Clock clock;

  GapActions(Scope scope, BankAccounts accounts, DailyCycle cycle, Tallies tallies, Clock clock) {
    this.scope = scope;
    this.accounts = accounts;
    this.cycle = cycle;
    this.tallies = tallies;
    this.clock = clock;
  }

  @PostMapping("/bank/accounts/{id}/gaps/{until}/acceptance")
  String accept(
      Reader reader, @PathVariable UUID id, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until, @RequestParam(defaultValue = "") String why, RedirectAttributes next) {
    if (why.isBlank()) {
      Told.refused(reader.say("bank.why-missing")).showOn(next);
    } else {
      goOn(reader, id, until, why.strip(), next);
    }
    return "redirect:/bank/accounts/" + id;
  }

  private void goOn(Reader reader, UUID id, LocalDate until, String why, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    var by = Recorded.by(person.actor(), reader.today(), clock.instant());
    try {
      var accepted = scope.changing(person, scoped -> accounts.account(scoped, id), (tx, account) -> accounts.acceptGap(tx, account, until, why, by));
      if (accepted.isEmpty()) {
        throw new NotThere();
      }
      cycle.again(reader.today());
      tallies.changed();
      Told.done("bank.gap-accepted").showOn(next);
    } catch (IllegalArgumentException closedMeanwhile) {
      Told.refused(String.valueOf(closedMeanwhile.getMessage())).showOn(next);
    }
  }
}
