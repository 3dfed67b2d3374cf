package io.duly.desk.bargain;

import io.duly.agreements.Plans;
import io.duly.calls.Field;
import io.duly.calls.Sheet;
import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.cases.Recorded;
import io.duly.cycle.DailyCycle;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.desk.worklist.Tallies;
import io.duly.identity.Scope;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is agreed in a case without a call: made, changed, ended. What is typed is worked out before anything is recorded. */
@Controller
@RequestMapping("/cases/{number}/agreement")
class AgreementPage {
  private final Pages pages;
  private final Scope scope;
  private final Cases cases;
  private final CaseJournal journal;
  private final Agreements agreements;
  private final Plans plans;
  private final DailyCycle cycle;
  private final Tallies tallies;
  private final Clock clock;

  AgreementPage(Pages pages, Scope scope, Cases cases, CaseJournal journal, Agreements agreements, Plans plans, DailyCycle cycle, Tallies tallies, Clock clock) {
    this.pages = pages;
    this.scope = scope;
    this.cases = cases;
    this.journal = journal;
    this.agreements = agreements;
    this.plans = plans;
    this.cycle = cycle;
    this.tallies = tallies;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<byte[]> page(Reader reader, Model flash, @PathVariable long number, @RequestParam Map<String, String> sent) {
    var person = reader.person().orElseThrow();
    var sheet = scope.reading(person, scoped -> cases.find(scoped, String.valueOf(number))
            .map(id -> agreements.sheet(scoped, id, Sheet.of(sent), sent.getOrDefault("option", ""), change(sent), reader)))
        .orElseThrow(NotThere::new);
    return pages.show("bargain/agreement", reader, Map.of("sheet", sheet, "said", Told.on(flash), "may", person.role().mayChange()));
  }

  @PostMapping
  String agree(Reader reader, @PathVariable long number, @RequestParam Map<String, String> sent, HttpServletRequest request, RedirectAttributes next) {
    return changing(reader, number, next, (tx, head, by) ->
        Told.done(agreements.agree(tx, head, Sheet.of(sent), reader, request.getRemoteAddr(), by) ? "agreement.made" : "agreement.asked"));
  }

  @PostMapping("/change")
  String change(Reader reader, @PathVariable long number, @RequestParam Map<String, String> sent, HttpServletRequest request, RedirectAttributes next) {
    var why = Sheet.of(sent).text(Field.OFFER_WHY);
    return changing(reader, number, next, (tx, head, by) ->
        Told.done(agreements.change(tx, head, change(sent), why, reader, request.getRemoteAddr(), by) ? "agreement.changed" : "agreement.change-asked"));
  }

  @PostMapping("/end")
  String end(Reader reader, @PathVariable long number, @RequestParam(defaultValue = "") String why, RedirectAttributes next) {
    return changing(reader, number, next, (tx, head, by) -> {
      plans.end(tx, head.id(), why.substring(0, Math.min(500, why.length())), by);
      return Told.done("agreement.ended");
    });
  }

  private static Change change(Map<String, String> sent) {
    return new Change(sent.getOrDefault("change", ""), sent.getOrDefault("on", ""), sent.getOrDefault("steps", ""), sent.getOrDefault("pace", ""));
  }

  private interface Act {
    Told on(DSLContext tx, CaseHead head, Recorded by);
  }

  private String changing(Reader reader, long number, RedirectAttributes next, Act act) {
    var person = reader.person().orElseThrow();
    try {
      scope.changing(
              person, scoped -> cases.find(scoped, String.valueOf(number)),
              (tx, id) -> act.on(tx, journal.head(tx, id), Recorded.by(person.actor(), reader.today(), clock.instant())))
          .orElseThrow(NotThere::new)
          .showOn(next);
      cycle.again(reader.today());
      tallies.changed();
    } catch (CannotRecord refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
    }
    return "redirect:/cases/" + number + "/agreement";
  }
}
