package io.duly.desk.contact;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.cases.Recorded;
import io.duly.correspondence.CameOfIt;
import io.duly.correspondence.ContactReport;
import io.duly.correspondence.DebtorWishes;
import io.duly.correspondence.PersonalContacts;
import io.duly.correspondence.Reported;
import io.duly.correspondence.sending.ContactRequests;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Reach;
import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writes down what was tried and what the debtor wishes. */
@Controller
@RequestMapping("/cases/{number}/contact")
class ContactActions {
  private final Scope scope;
  private final Cases cases;
  private final CaseJournal journal;
  private final PersonalContacts contacts;
  private final DebtorWishes wishes;
  private final ContactRequests requests;
  private final Clock clock;

  ContactActions(Scope scope, Cases cases, CaseJournal journal, PersonalContacts contacts, DebtorWishes wishes, ContactRequests requests, Clock clock) {
    this.requests = requests;
    this.scope = scope;
    this.cases = cases;
    this.journal = journal;
    this.contacts = contacts;
    this.wishes = wishes;
    this.clock = clock;
  }

  @PostMapping
  String made(
      Reader reader, @PathVariable long number, @RequestParam Channel channel, @RequestParam CameOfIt outcome, @RequestParam(defaultValue = "") String words,
      @RequestParam(defaultValue = "") String address, @RequestParam(defaultValue = "false") boolean they, RedirectAttributes next) {
    return change(reader, number, next, (tx, head) -> {
      var reach = new Reach(channel, Place.UNKNOWN, text(address));
      var report = new ContactReport(head.debtor(), Optional.of(head.id()), reach, outcome, clock.instant(), text(words));
      var reported = they ? contacts.theyCame(tx, report, by(reader)) : contacts.made(tx, report, by(reader));
      return switch (reported) {
        case Reported.Written _ -> Told.done("contact.written");
        case Reported.Refused(var known, var answer) ->
            Told.refused(reader.say(
                "contact.refused", reader.reason(answer.reasons().getFirst().why()), answer.reasons().getFirst().basis().id(),
                answer.nextAllowed().map(at -> reader.say("contact.from", reader.moment(at, known.zone()))).orElse(reader.say("contact.never"))));
      };
    });
  }

  /** Asks how the right person is reached, in a message that names no debt. */
  @PostMapping("/asking")
  String ask(Reader reader, @PathVariable long number, @RequestParam io.duly.strategy.Channel way, RedirectAttributes next) {
    return change(reader, number, next, (tx, head) -> {
      var planned = requests.plan(tx, head.id(), Optional.of(way), by(reader));
      return Told.done("contact.asked", reader.name("channel", planned.channel().name().toLowerCase(Locale.ROOT)), reader.when(planned.plannedOn()));
    });
  }

  @PostMapping("/wishes")
  String wish(
      Reader reader, @PathVariable long number, @RequestParam Wished wish, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String who,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) Optional<LocalTime> from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) Optional<LocalTime> to, RedirectAttributes next) {
    return change(reader, number, next, (tx, head) -> {
      var now = clock.instant();
      var stated = wishes.state(tx, head.debtor(), List.of(wish.meant(text(who), from, to, now)), words, now, by(reader));
      return Told.done("contact.wished", stated.withdrawn());
    });
  }

  @PostMapping("/wishes/{id}/end")
  String end(Reader reader, @PathVariable long number, @PathVariable UUID id, @RequestParam(defaultValue = "") String why, RedirectAttributes next) {
    return change(reader, number, next, (tx, head) -> {
      wishes.end(tx, head.debtor(), id, why, by(reader));
      return Told.done("contact.wish-ended");
    });
  }

  private static Optional<String> text(String typed) {
    return Optional.of(typed.strip()).filter(one -> !one.isEmpty());
  }

  private Recorded by(Reader reader) {
    return Recorded.by(reader.person().orElseThrow().actor(), reader.today(), clock.instant());
  }

  private String change(Reader reader, long number, RedirectAttributes next, BiFunction<DSLContext, CaseHead, Told> change) {
    try {
      scope.changing(reader.person().orElseThrow(), scoped -> cases.find(scoped, String.valueOf(number)), (tx, id) -> change.apply(tx, journal.head(tx, id)))
          .orElseThrow(NotThere::new)
          .showOn(next);
    } catch (CannotRecord refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
    }
    return "redirect:/cases/" + number + "/contact";
  }
}
