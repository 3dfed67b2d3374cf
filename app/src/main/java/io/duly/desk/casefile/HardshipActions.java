package io.duly.desk.casefile;

import io.duly.cases.CannotRecord;
import io.duly.desk.page.Reader;
import io.duly.hardship.Aftercare;
import io.duly.hardship.BreathingSpaces;
import io.duly.hardship.Consent;
import io.duly.hardship.NewSpace;
import io.duly.hardship.Notice;
import io.duly.hardship.ToldBy;
import io.duly.hardship.Trouble;
import io.duly.moratorium.Moratoria;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Breathing space on the page of the case: recorded by whoever works it, changed by those who may read why. */
@Controller
@RequestMapping("/cases/{number}/hardship")
class HardshipActions {
  private static final String DONE = "space";

  private final CaseChanges changes;
  private final BreathingSpaces spaces;
  private final Aftercare aftercare;

  HardshipActions(CaseChanges changes, BreathingSpaces spaces, Aftercare aftercare) {
    this.changes = changes;
    this.spaces = spaces;
    this.aftercare = aftercare;
  }

  /** What a person who looked says. */
  enum Outcome {
    GENTLE,
    LONGER,
    TREATED,
    CLOSED
  }

  /** What was typed into the form; empty fields are empty texts. */
  record Typed(
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> since, @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> until,
      @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> look, Optional<String> charges, Optional<ToldBy> told, Optional<Trouble> trouble, Optional<String> words,
      Optional<String> consent, Optional<String> who, Optional<String> law, Optional<String> reference, Optional<String> notifier) {

    NewSpace asked() {
      var by = told.orElseThrow(() -> new CannotRecord("Say how it was told to us."));
      var agreed = consent.isPresent() ? Optional.of(new Consent(text(who).orElse("the debtor"), by)) : Optional.<Consent>empty();
      return new NewSpace(since, until, look, charges.isPresent(), by, trouble, text(words), agreed, notice());
    }

    private Optional<Notice> notice() {
      return text(law).map(word -> new Notice(
          Moratoria.of(word).orElseThrow(() -> new CannotRecord("There is no law \"" + word + "\" of breathing space here.")), said(reference), said(notifier)));
    }

    private static String said(Optional<String> typed) {
      return text(typed).orElseThrow(() -> new CannotRecord("Of a breathing space by law say its reference and who notified us."));
    }

    private static Optional<String> text(Optional<String> typed) {
      return typed.map(String::strip).filter(one -> !one.isEmpty());
    }

    /** What is given back where it is refused. */
    Map<String, String> back() {
      return Map.of(
          "space", "typed", "space-words", words.orElse(""), "space-reference", reference.orElse(""), "space-notifier", notifier.orElse(""), "space-who", who.orElse(""),
          "space-until", until.map(LocalDate::toString).orElse(""), "space-look", look.map(LocalDate::toString).orElse(""));
    }
  }

  @PostMapping
  String record(Reader reader, @PathVariable long number, Typed typed, RedirectAttributes next) {
    return changes.change(reader, new CaseChanges.Asked(number, DONE, typed.back(), true), next, scoped -> Headlines.find(scoped, number), (tx, head, by) ->
        spaces.record(tx, head.id(), typed.asked(), by));
  }

  @PostMapping("/{space}/review")
  String look(
      Reader reader, @PathVariable long number, @PathVariable UUID space, @RequestParam Outcome outcome,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> until, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> look,
      RedirectAttributes next) {
    return change(reader, number, space, "space-looked", next, (tx, head, by) -> {
      switch (outcome) {
        case GENTLE -> aftercare.takeUp(tx, head.id(), space, by);
        case LONGER -> aftercare.extend(tx, head.id(), space, day(until), day(look), by);
        case TREATED -> aftercare.treated(tx, head.id(), space, day(until), by);
        case CLOSED -> aftercare.close(tx, head.id(), space, by);
      }
    });
  }

  @PostMapping("/{space}/ending")
  String end(Reader reader, @PathVariable long number, @PathVariable UUID space, @RequestParam String why, RedirectAttributes next) {
    return change(reader, number, space, "space-ended", next, (tx, head, by) -> aftercare.end(tx, head.id(), space, why, by));
  }

  @PostMapping("/{space}/forgetting")
  String forget(Reader reader, @PathVariable long number, @PathVariable UUID space, RedirectAttributes next) {
    return change(reader, number, space, "space-forgotten", next, (tx, head, by) -> aftercare.forget(tx, head.id(), space, by));
  }

  /** Found by those only who may read why. */
  private String change(Reader reader, long number, UUID space, String done, RedirectAttributes next, CaseChanges.Change<Headline> change) {
    Function<DSLContext, Optional<Headline>> find = scoped ->
        Headlines.find(scoped, number).filter(head -> spaces.of(scoped, head.id()).stream().anyMatch(one -> one.id().equals(space) && one.telling().isPresent()));
    return changes.change(reader, new CaseChanges.Asked(number, done, Map.of(), true), next, find, change);
  }

  private static LocalDate day(Optional<LocalDate> typed) {
    return typed.orElseThrow(() -> new CannotRecord("Say the day."));
  }
}
