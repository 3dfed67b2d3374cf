package io.duly.desk.bank;

import io.duly.cases.CannotRecord;
import io.duly.cases.Recorded;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.payments.Asides;
import java.time.Clock;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Somebody looked at what a provider of payments told and does not fit. */
@Controller
class AsideActions {
  private final Scope scope;
  private final Asides asides;
  private final Clock clock;

  AsideActions(Scope scope, Asides asides, Clock clock) {
    this.scope = scope;
    this.asides = asides;
    this.clock = clock;
  }

  @PostMapping("/bank/asides/{id}/look")
  String looked(Reader reader, @PathVariable UUID id, @RequestParam(defaultValue = "") String why, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    try {
      var found = scope.changing(person, scoped -> scoped.fetchOptional("select id from payments.happening where id = ? and outcome = 'aside'", id), (tx, _) -> {
        asides.looked(tx, id, why, Recorded.by(person.actor(), reader.today(), clock.instant()));
        return id;
      });
      if (found.isEmpty()) {
        throw new NotThere();
      }
      Told.done("bank.looked").showOn(next);
    } catch (CannotRecord refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
    }
    return "redirect:/bank#asides";
  }
}
