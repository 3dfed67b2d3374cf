package io.duly.desk.api;

import static io.duly.database.jooq.cases.Tables.TASK;

import io.duly.approvals.FurtherOffers;
import io.duly.cases.CannotRecord;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.cases.Owners;
import io.duly.cases.Tasks;
import io.duly.desk.claim.Colleagues;
import io.duly.desk.page.NotThere;
import io.duly.desk.task.Shelf;
import io.duly.desk.task.TaskLine;
import io.duly.desk.task.TaskLines;
import io.duly.desk.task.TaskView;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.kernel.CreditorId;
import io.duly.kernel.TaskId;
import io.duly.strategy.TaskKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
class TasksApi {
  private final Scope scope;
  private final Changing changing;
  private final Tasks tasks;
  private final Colleagues colleagues;
  private final Cases cases;
  private final CaseJournal journals;
  private final FurtherOffers offers;

  TasksApi(Scope scope, Changing changing, Tasks tasks, Colleagues colleagues, Cases cases, CaseJournal journals, FurtherOffers offers) {
    this.offers = offers;
    this.scope = scope;
    this.changing = changing;
    this.tasks = tasks;
    this.colleagues = colleagues;
    this.cases = cases;
    this.journals = journals;
  }

  @Schema(name = "Task", description = "Work for a person")
  record TaskJson(
      UUID id, @Schema(example = "verify") String kind, String why, LocalDate dueOn, Optional<Instant> dueAt, Optional<UUID> assignedTo, int putOff, Optional<String> putOffWhy, UUID creditorId,
      String creditor, long caseNumber, String debtor) {
    static TaskJson of(TaskLine one) {
      return new TaskJson(
          one.id(), one.kind(), one.why(), one.dueOn(), one.dueAt().map(ZonedDateTime::toInstant), one.assignedTo(), one.putOff(), one.putOffWhy(), one.creditor(), one.creditorName(),
          one.caseNumber(), one.debtor());
    }
  }

  record NewOutcome(@NotBlank @Size(max = 10_000) @Schema(description = "what came of it") String outcome) {}

  record NewDelay(@NotNull LocalDate until, @NotBlank @Size(max = 10_000) String why) {}

  record NewHands(@Schema(description = "a login; absent: nobody's") Optional<String> login) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "tasks", summary = "Open tasks, the soonest first")
  Listing<TaskJson> list(
      Call call, @Schema(allowableValues = {"all", "mine", "unassigned"}) @RequestParam(defaultValue = "all") String whose, @Parameter(description = "those that are not due yet, too") @RequestParam(defaultValue = "false") boolean later,
      @RequestParam Optional<String> kind, @RequestParam Optional<String> cursor, @RequestParam(defaultValue = "50") @Min(1) @Max(Listing.MOST) int limit) {
    kind.ifPresent(word -> Word.of(TaskKind.class, word, "kind"));
    var shelf = Shelf.valueOf(Word.of(Shelf.class, whose, "whose").name());
    var list = "tasks " + whose + later + kind;
    var view = new TaskView(shelf, later, kind, Cursor.read(cursor, list, TaskView.After::of));
    var found = scope.reading(call.person(), scoped -> TaskLines.read(scoped, call.person(), view, call.today(), limit + 1));
    var page = found.subList(0, Math.min(limit, found.size()));
    return Listing.of(
        page.stream().map(TaskJson::of).toList(),
        found.size() > limit ? Optional.of(Cursor.of(list, new TaskView.After(page.getLast().dueOn(), page.getLast().id()).toString())) : Optional.empty());
  }

  @GetMapping("/{id}")
  @Needs(TokenScope.READ)
  @Operation(operationId = "task", summary = "An open task")
  TaskJson read(Call call, @PathVariable UUID id) {
    return scope.reading(call.person(), scoped -> TaskLines.find(scoped, id)).map(TaskJson::of).orElseThrow(NotThere::new);
  }

  record NewTask(
      @NotBlank @Schema(example = "verify") String kind, @NotBlank @Size(max = 10_000) @Schema(example = "Ask dispatch about the second pallet.") String why,
      @NotNull @Schema(example = "2026-12-04") LocalDate dueOn, @Schema(description = "a login; absent: whoever comes to it", example = "ben") Optional<String> login) {}

  record Opened(UUID id) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.TASKS)
  @Operation(operationId = "askForTask", summary = "Asks a person for something in a case")
  Opened ask(Call call, @Parameter(description = "number or id") @RequestParam("case") String named, @RequestBody @Valid NewTask body) {
    colleagues.all();
    var kind = Word.of(TaskKind.class, body.kind(), "/kind");
    return changing.change(call, scoped -> cases.find(scoped, named).map(id -> journals.head(scoped, id)), (tx, head) -> {
      if (body.dueOn().isBefore(call.today())) {
        throw new CannotRecord("Say until which day, today or later.");
      }
      var task = tasks.open(tx, head.id(), kind, body.why().strip(), body.dueOn(), call.recorded());
      body.login().ifPresent(login -> tasks.give(tx, task, Optional.of(colleagues.owner(head.creditor(), login)), call.recorded()));
      return new Opened(task.value());
    });
  }

  @PostMapping(path = "/{id}/completion", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.TASKS)
  @Changes("/api/v1/tasks/{id}")
  @Operation(operationId = "completeTask", summary = "Done, with what came of it")
  void done(Call call, @PathVariable UUID id, @RequestBody @Valid NewOutcome body) {
    changing.change(call, of(id), (tx, _) -> {
      offers.done(tx, new TaskId(id), body.outcome().strip(), call.recorded());
      return true;
    });
  }

  @PostMapping(path = "/{id}/putting-off", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.TASKS)
  @Changes("/api/v1/tasks/{id}")
  @Operation(operationId = "putOffTask", summary = "Later, with a reason")
  void putOff(Call call, @PathVariable UUID id, @RequestBody @Valid NewDelay body) {
    changing.change(call, of(id), (tx, _) -> {
      tasks.putOff(tx, new TaskId(id), body.until(), body.why(), call.recorded());
      return true;
    });
  }

  @PostMapping(path = "/{id}/giving", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.TASKS)
  @Changes("/api/v1/tasks/{id}")
  @Operation(operationId = "giveTask", summary = "Given to somebody, or to nobody")
  void give(Call call, @PathVariable UUID id, @RequestBody @Valid NewHands body) {
    colleagues.all();
    changing.change(call, of(id), (tx, creditor) -> {
      tasks.give(tx, new TaskId(id), owner(creditor, body.login()), call.recorded());
      return true;
    });
  }

  private Optional<Owners.Owner> owner(CreditorId creditor, Optional<String> login) {
    return login.map(one -> colleagues.owner(creditor, one));
  }

  private static Function<DSLContext, Optional<CreditorId>> of(UUID task) {
    return scoped -> scoped.select(TASK.CREDITOR_ID).from(TASK).where(TASK.ID.eq(task)).fetchOptional(TASK.CREDITOR_ID).map(CreditorId::new);
  }
}
