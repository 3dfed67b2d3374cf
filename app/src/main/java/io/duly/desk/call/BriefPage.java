package io.duly.desk.call;

import io.duly.calls.Beginning;
import io.duly.calls.Begun;
import io.duly.calls.MoneyFirst;
import io.duly.calls.PlanLines;
import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.cases.Recorded;
import io.duly.desk.page.Handing;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/** What must be known before a call (P07), and its beginning. */
@Controller
@RequestMapping("/cases/{number}")
class BriefPage {
  private final Pages pages;
  private final Scope scope;
  private final Cases cases;
  private final Briefs briefs;
  private final Beginning beginning;
  private final CaseJournal journal;
  private final PlanLines lines;
  private final MoneyFirst first;
  private final BriefPdf pdf;
  private final Clock clock;

  BriefPage(Pages pages, Scope scope, Cases cases, Briefs briefs, Beginning beginning, CaseJournal journal, PlanLines lines, MoneyFirst first, BriefPdf pdf, Clock clock) {
    this.pages = pages;
    this.scope = scope;
    this.cases = cases;
    this.briefs = briefs;
    this.beginning = beginning;
    this.journal = journal;
    this.lines = lines;
    this.first = first;
    this.pdf = pdf;
    this.clock = clock;
  }

  @GetMapping("/brief")
  ResponseEntity<byte[]> page(Reader reader, Model flash, @PathVariable long number) {
    var person = reader.person().orElseThrow();
    var brief = scope.reading(person, scoped -> cases.find(scoped, String.valueOf(number)).map(id -> briefs.read(scoped, id, reader)))
        .orElseThrow(NotThere::new);
    return pages.show("call/brief", reader, Map.of("brief", brief, "said", Told.on(flash), "may", person.role().mayChange()));
  }

  /** The same on one sheet of paper. */
  @GetMapping("/brief.pdf")
  ResponseEntity<byte[]> paper(Reader reader, @PathVariable long number) {
    var brief = scope.reading(reader.person().orElseThrow(), scoped -> cases.find(scoped, String.valueOf(number)).map(id -> briefs.read(scoped, id, reader)))
        .orElseThrow(NotThere::new);
    return Handing.pdf("brief-" + number + "-" + reader.today() + ".pdf", pdf.of(reader, brief));
  }

  /** @param they they are calling us */
  @PostMapping("/calls")
  String begin(
      Reader reader, @PathVariable long number, @RequestParam(defaultValue = "") String to, @RequestParam Optional<UUID> person,
      @RequestParam(defaultValue = "false") boolean they, RedirectAttributes next) {
    var caller = reader.person().orElseThrow();
    try {
      var begun = scope.changing(caller, scoped -> cases.find(scoped, String.valueOf(number)), (tx, id) -> {
        var wish = new Beginning.Wish(id, !they, Optional.of(to.strip()).filter(one -> !one.isEmpty() && one.length() <= 40), person, caller.id());
        return beginning.begin(tx, wish, Recorded.by(caller.actor(), reader.today(), clock.instant()));
      }).orElseThrow(NotThere::new);
      return switch (begun) {
        case Begun.Now(var id) -> "redirect:/calls/" + id;
        case Begun.InHand(var call) -> "redirect:" + call.address();
        case Begun.PaidPerhaps(var money, var _) -> {
          Told.refused(reader.say(money.isEmpty() ? "brief.old-data" : "brief.money-first")).showOn(next);
          yield "redirect:/cases/" + number + "/brief#" + (money.isEmpty() ? "old" : "money");
        }
        case Begun.Refused(var why) -> {
          var first = why.answer().reasons().getFirst();
          Told.refused(reader.say(
              "contact.refused", reader.reason(first.why()), first.basis().id(),
              why.answer().nextAllowed().map(at -> reader.say("contact.from", reader.moment(at, why.debtor().zone()))).orElse(reader.say("contact.never")))).showOn(next);
          yield "redirect:/cases/" + number + "/brief";
        }
      };
    } catch (CannotRecord refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
      return "redirect:/cases/" + number + "/brief";
    }
  }

  @PostMapping("/plan")
  String add(Reader reader, @PathVariable long number, @RequestParam(defaultValue = "") String line, RedirectAttributes next) {
    return change(reader, number, next, (tx, head, by) -> {
      lines.add(tx, head, line, by);
      return Told.done("brief.added");
    });
  }

  @PostMapping("/plan/{line}/strike")
  String strike(Reader reader, @PathVariable long number, @PathVariable UUID line, RedirectAttributes next) {
    return change(reader, number, next, (tx, head, by) -> {
      lines.strike(tx, head.id(), line, by);
      return Told.done("brief.struck");
    });
  }

  /** Somebody looked into money that lies unallocated; from now on it does not keep the call back (P08). */
  @PostMapping("/brief/money/{money}/looked")
  String looked(Reader reader, @PathVariable long number, @PathVariable UUID money, @RequestParam(defaultValue = "") String why, RedirectAttributes next) {
    return change(reader, number, next, (tx, head, by) -> {
      first.looked(tx, head, money, why, by);
      return Told.done("brief.money-looked");
    });
  }

  private interface Change {
    Told on(DSLContext tx, CaseHead head, Recorded by);
  }

  private String change(Reader reader, long number, RedirectAttributes next, Change change) {
    var person = reader.person().orElseThrow();
    try {
      scope.changing(
              person, scoped -> cases.find(scoped, String.valueOf(number)),
              (tx, id) -> change.on(tx, journal.head(tx, id), Recorded.by(person.actor(), reader.today(), clock.instant())))
          .orElseThrow(NotThere::new)
          .showOn(next);
    } catch (CannotRecord refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
    }
    return "redirect:/cases/" + number + "/brief";
  }
}
