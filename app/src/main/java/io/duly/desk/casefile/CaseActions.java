package io.duly.desk.casefile;

import static io.duly.database.jooq.cases.Tables.HOLD;
import static io.duly.database.jooq.cases.Tables.TASK;

import io.duly.approvals.FurtherOffers;
import io.duly.cases.CannotRecord;
import io.duly.cases.HoldRequest;
import io.duly.cases.Holds;
import io.duly.cases.Notes;
import io.duly.cases.Tasks;
import io.duly.desk.claim.Colleagues;
import io.duly.desk.page.Reader;
import io.duly.hardship.BreathingSpaces;
import io.duly.kernel.TaskId;
import io.duly.strategy.HoldKind;
import io.duly.strategy.TaskKind;
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

/** What a person does on the page of a case. Each action goes back to the page, which says what became of it. */
@Controller
@RequestMapping("/cases/{number}")
class CaseActions {
  private final CaseChanges changes;
  private final Notes notes;
  private final Holds holds;
  private final Tasks tasks;
  private final Colleagues colleagues;
  private final BreathingSpaces spaces;
  private final FurtherOffers offers;

  CaseActions(CaseChanges changes, Notes notes, Holds holds, Tasks tasks, Colleagues colleagues, BreathingSpaces spaces, FurtherOffers offers) {
    this.offers = offers;
    this.spaces = spaces;
    this.changes = changes;
    this.notes = notes;
    this.holds = holds;
    this.tasks = tasks;
    this.colleagues = colleagues;
  }

  /** Looks for the case with the person's own eyes. */
  private interface Find extends Function<DSLContext, Optional<Headline>> {}

  @PostMapping("/notes")
  String note(Reader reader, @PathVariable long number, @RequestParam String text, RedirectAttributes next) {
    var typed = Map.of("text", text);
    Find find = scoped -> Headlines.find(scoped, number);
    return change(reader, number, "note", typed, next, find, (tx, head, by) -> notes.add(tx, head.id(), text, by));
  }

  @PostMapping("/holds")
  String hold(
      Reader reader,
      @PathVariable long number,
      @RequestParam HoldKind kind,
      @RequestParam String why,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> until,
      RedirectAttributes next) {
    var hold = new HoldRequest(kind, why.strip(), until);
    var typed = Map.of("why", why, "until", until.map(LocalDate::toString).orElse(""));
    Find find = scoped -> Headlines.find(scoped, number);
    return change(reader, number, "hold", typed, next, find, (tx, head, by) -> spaces.place(tx, head.id(), hold, by));
  }

  @PostMapping("/holds/{hold}/lifting")
  String lift(
      Reader reader, @PathVariable long number, @PathVariable UUID hold, @RequestParam String why, RedirectAttributes next) {
    Find find = scoped ->
        Headlines.find(scoped, number)
            .filter(head -> scoped.fetchExists(HOLD, HOLD.ID.eq(hold).and(HOLD.DEBTOR_ID.eq(head.debtor().value()))));
    return change(reader, number, "lift", Map.of(), next, find, (tx, _, by) -> holds.lift(tx, hold, said(why), by));
  }

  @PostMapping("/tasks/{task}/completion")
  String done(
      Reader reader,
      @PathVariable long number,
      @PathVariable UUID task,
      @RequestParam String outcome,
      RedirectAttributes next) {
    Find find = scoped ->
        Headlines.find(scoped, number)
            .filter(head -> scoped.fetchExists(TASK, TASK.ID.eq(task).and(TASK.CASE_ID.eq(head.id().value()))));
    CaseChanges.Change<Headline> done = (tx, _, by) -> offers.done(tx, new TaskId(task), said(outcome), by);
    return change(reader, number, "task", Map.of(), next, find, done);
  }

  /**
   * Asks a person for something.
   *
   * @param to a login; empty: whoever comes to it
   */
  @PostMapping("/tasks")
  String ask(
      Reader reader,
      @PathVariable long number,
      @RequestParam TaskKind kind,
      @RequestParam String why,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> due,
      @RequestParam(defaultValue = "") String to,
      RedirectAttributes next) {
    var typed = Map.of("task-why", why, "due", due.map(LocalDate::toString).orElse(""), "task-to", to);
    colleagues.all();
    Find find = scoped -> Headlines.find(scoped, number);
    return change(reader, number, "task-asked", typed, next, find, (tx, head, by) -> {
      var day = due.filter(one -> !one.isBefore(by.on())).orElseThrow(() -> new CannotRecord("Say until which day, today or later."));
      var task = tasks.open(tx, head.id(), kind, said(why), day, by);
      if (!to.isBlank()) {
        tasks.give(tx, task, Optional.of(colleagues.owner(head.creditor(), to)), by);
      }
    });
  }

  private static String said(String text) {
    if (text.isBlank()) {
      throw new CannotRecord("Say it in a few words: the journal keeps them.");
    }
    return text.strip();
  }

  private String change(
      Reader reader, long number, String action, Map<String, String> typed, RedirectAttributes next, Find find, CaseChanges.Change<Headline> change) {
    return changes.change(reader, new CaseChanges.Asked(number, action, typed, false), next, find, change);
  }
}
