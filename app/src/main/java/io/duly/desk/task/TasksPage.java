package io.duly.desk.task;

import static io.duly.database.jooq.cases.Tables.TASK;

import io.duly.approvals.FurtherOffers;
import io.duly.cases.CannotRecord;
import io.duly.cases.Owners;
import io.duly.cases.Recorded;
import io.duly.cases.Tasks;
import io.duly.desk.claim.Colleagues;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.desk.worklist.Tallies;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.kernel.CreditorId;
import io.duly.kernel.TaskId;
import io.duly.strategy.TaskKind;
import io.duly.webhooks.Webhooks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tasks of people, and what is done with one: it is done, put off, or given to somebody. */
@Controller
@RequestMapping("/tasks")
class TasksPage {
  private static final int LINES = 50;

  /** Of one day, what was agreed for a time comes first. */
  private static final Comparator<TaskLine> BY_THE_CLOCK =
      Comparator.comparing(TaskLine::dueOn).thenComparing(line -> line.dueAt().map(ZonedDateTime::toInstant).orElse(Instant.MAX));

  private final Pages pages;
  private final Scope scope;
  private final Tasks tasks;
  private final Colleagues colleagues;
  private final Tallies tallies;
  private final Webhooks webhooks;
  private final Clock clock;
  private final FurtherOffers offers;

  TasksPage(Pages pages, Scope scope, Tasks tasks, Colleagues colleagues, Tallies tallies, Webhooks webhooks, Clock clock, FurtherOffers offers) {
    this.offers = offers;
    this.pages = pages;
    this.scope = scope;
    this.tasks = tasks;
    this.colleagues = colleagues;
    this.tallies = tallies;
    this.webhooks = webhooks;
    this.clock = clock;
  }

  private interface Change {
    void on(DSLContext tx, CreditorId creditor, Recorded by);
  }

  @GetMapping
  ResponseEntity<byte[]> tasks(
      Reader reader,
      Model flash,
      @RequestParam(defaultValue = "all") String whose,
      @RequestParam(defaultValue = "") String later,
      @RequestParam Optional<String> kind,
      @RequestParam(defaultValue = "") String after) {
    var view = new TaskView(Shelf.of(whose), !later.isEmpty(), kind.filter(TasksPage::isKind), TaskView.After.of(after));
    var people = colleagues.all();
    var shown = shown(reader.person().orElseThrow(), view, reader.today());
    return pages.show("task/page", reader, Map.of("view", view, "shown", shown, "people", people, "said", Told.on(flash), "webhooksInTrouble", webhooks.inTrouble(reader.person().orElseThrow())));
  }

  private TasksShown shown(Person person, TaskView view, LocalDate today) {
    return scope.reading(person, scoped -> {
      var counts = new EnumMap<Shelf, Integer>(Shelf.class);
      for (var shelf : Shelf.values()) {
        counts.put(shelf, TaskLines.count(scoped, person, view.of(shelf), today));
      }
      var found = TaskLines.read(scoped, person, view, today, LINES + 1);
      var page = found.subList(0, Math.min(LINES, found.size()));
      var more = found.size() > LINES ? Optional.of(new TaskView.After(page.getLast().dueOn(), page.getLast().id())) : Optional.<TaskView.After>empty();
      return new TasksShown(page.stream().sorted(BY_THE_CLOCK).toList(), more, counts, TaskLines.most());
    });
  }

  @PostMapping("/{id}/completion")
  String done(
      Reader reader, @PathVariable UUID id, @RequestParam String outcome, @RequestParam(defaultValue = "/tasks") String back, RedirectAttributes next) {
    return change(reader, id, back, "tasks.done", next, (tx, _, by) -> {
      if (outcome.isBlank()) {
        throw new CannotRecord("Say in a few words what came of it: the journal keeps them.");
      }
      offers.done(tx, new TaskId(id), outcome.strip(), by);
    });
  }

  @PostMapping("/{id}/putting-off")
  String putOff(
      Reader reader,
      @PathVariable UUID id,
      @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
      @RequestParam String why,
      @RequestParam(defaultValue = "/tasks") String back,
      RedirectAttributes next) {
    return change(reader, id, back, "tasks.put-off", next, (tx, _, by) -> tasks.putOff(tx, new TaskId(id), until, why, by));
  }

  /** @param to a login; empty: nobody */
  @PostMapping("/{id}/giving")
  String give(
      Reader reader, @PathVariable UUID id, @RequestParam String to, @RequestParam(defaultValue = "/tasks") String back, RedirectAttributes next) {
    return change(reader, id, back, "tasks.given", next, (tx, creditor, by) -> tasks.give(tx, new TaskId(id), owner(creditor, to), by));
  }

  private Optional<Owners.Owner> owner(CreditorId creditor, String login) {
    return login.isBlank() ? Optional.empty() : Optional.of(colleagues.owner(creditor, login));
  }

  private String change(Reader reader, UUID id, String back, String done, RedirectAttributes next, Change change) {
    var person = reader.person().orElseThrow();
    colleagues.all();
    var by = Recorded.by(person.actor(), reader.today(), clock.instant());
    try {
      var changed =
          scope.changing(person, scoped -> creditor(scoped, id), (tx, creditor) -> {
            change.on(tx, creditor, by);
            return creditor;
          });
      if (changed.isEmpty()) {
        throw new NotThere();
      }
      tallies.changed();
      Told.done(done).showOn(next);
    } catch (CannotRecord refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
    }
    return "redirect:" + (back.matches("/(tasks|cases/\\d+)([?#].*)?") ? back : "/tasks");
  }

  private static Optional<CreditorId> creditor(DSLContext scoped, UUID task) {
    return scoped.select(TASK.CREDITOR_ID).from(TASK).where(TASK.ID.eq(task)).fetchOptional(TASK.CREDITOR_ID).map(CreditorId::new);
  }

  private static boolean isKind(String code) {
    return Arrays.stream(TaskKind.values()).anyMatch(one -> one.name().toLowerCase(Locale.ROOT).equals(code));
  }

  /** The kinds of tasks, as addresses write them. */
  static List<String> kinds() {
    return Arrays.stream(TaskKind.values()).map(one -> one.name().toLowerCase(Locale.ROOT)).toList();
  }
}
