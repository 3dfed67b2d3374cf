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
import io.duly.correspondence.Wish;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Inconvenient;
import io.duly.rules.contact.Place;
import io.duly.rules.contact.Reach;
import io.duly.rules.contact.Stop;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
  private final Clock clock;

  ContactActions(Scope scope, Cases cases, CaseJournal journal, PersonalContacts contacts, DebtorWishes wishes, Clock clock) {
    this.scope = scope;
    this.cases = cases;
    this.journal = journal;
    this.contacts = contacts;
    this.wishes = wishes;
    this.clock = clock;
  }

  /** What a person chooses in the form. */
  enum Wished {
    STOP,
    NO_CALLS,
    LETTERS_ONLY,
    NOT_AT_WORK,
    INCONVENIENT,
    REPRESENTED,
    MAY_CALL
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

  @PostMapping("/wishes")
  String wish(
      Reader reader, @PathVariable long number, @RequestParam Wished wish, @RequestParam(defaultValue = "") String words, @RequestParam(defaultValue = "") String who,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) Optional<LocalTime> from,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.TIME) Optional<LocalTime> to, RedirectAttributes next) {
    return change(reader, number, next, (tx, head) -> {
      var now = clock.instant();
      var stated = wishes.state(tx, head.debtor(), List.of(meant(wish, who, from, to, now)), words, now, by(reader));
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

  private static Wish meant(Wished wish, String who, Optional<LocalTime> from, Optional<LocalTime> to, Instant now) {
    return switch (wish) {
      case STOP -> new Wish.Stop(Stop.everything(now));
      case NO_CALLS -> new Wish.Stop(Stop.by(now, Channel.CALL));
      case LETTERS_ONLY -> new Wish.Stop(new Stop(now, EnumSet.complementOf(EnumSet.of(Channel.LETTER)), Optional.empty(), Optional.empty()));
      case NOT_AT_WORK -> new Wish.Stop(new Stop(now, Set.of(), Optional.of(Place.WORK), Optional.empty()));
      case INCONVENIENT -> new Wish.Inconvenient(hours(from, to));
      case REPRESENTED -> new Wish.Represented(text(who).orElseThrow(() -> new CannotRecord("Say who speaks for the debtor.")));
      case MAY_CALL -> new Wish.Consent(Channel.CALL);
    };
  }

  private static Inconvenient hours(Optional<LocalTime> from, Optional<LocalTime> to) {
    if (from.isEmpty() || to.isEmpty() || !from.get().isBefore(to.get())) {
      throw new CannotRecord("Say from when to when it is inconvenient.");
    }
    return new Inconvenient(EnumSet.allOf(DayOfWeek.class), from.get(), to.get(), Optional.empty());
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
