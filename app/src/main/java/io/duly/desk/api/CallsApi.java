package io.duly.desk.api;

import io.duly.calls.Beginning;
import io.duly.calls.Begun;
import io.duly.calls.Call;
import io.duly.calls.Calls;
import io.duly.calls.Drafts;
import io.duly.calls.Field;
import io.duly.calls.Sheet;
import io.duly.cases.CannotRecord;
import io.duly.cases.Cases;
import io.duly.correspondence.Copies;
import io.duly.cycle.DailyCycle;
import io.duly.desk.call.Talks;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.ReaderOfRequest;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Telephone calls, from their beginning to the note that ends them. A program that dials, or writes the note, does what the page does. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Calls")
class CallsApi {
  private final Scope scope;
  private final Changing changing;
  private final Cases cases;
  private final Calls calls;
  private final Beginning beginning;
  private final Drafts drafts;
  private final Talks talks;
  private final DailyCycle cycle;
  private final ReaderOfRequest readers;

  CallsApi(Scope scope, Changing changing, Cases cases, Calls calls, Beginning beginning, Drafts drafts, Talks talks, DailyCycle cycle, ReaderOfRequest readers) {
    this.scope = scope;
    this.changing = changing;
    this.cases = cases;
    this.calls = calls;
    this.beginning = beginning;
    this.drafts = drafts;
    this.talks = talks;
    this.cycle = cycle;
    this.readers = readers;
  }

  record NewCall(
      @Schema(description = "one of the debtor's numbers on file, where we call", example = "+441614960312") Optional<@Size(max = 40) String> number,
      @Schema(description = "the contact person who is asked for, by id") Optional<UUID> person, @Schema(description = "they call us: never refused") Optional<Boolean> they) {}

  @Schema(name = "CallBegun")
  record BegunJson(UUID id) {}

  @Schema(name = "Call")
  record CallJson(
      UUID id, long caseNumber, @Schema(example = "anna") String caller, @Schema(allowableValues = {"out", "in"}) String direction, Optional<String> number, Instant beganAt, Optional<String> party,
      boolean heated, Optional<EndedJson> ended, @Schema(description = "of what is typed; goes back with the next") Optional<Integer> version,
      @Schema(description = "what is typed, while it lasts", example = "{\"words\": \"Two pallets never arrived.\"}") Map<String, String> fields) {}

  @Schema(name = "CallEnded")
  record EndedJson(Instant at, @Schema(example = "reached") String outcome, @Schema(example = "await_payment") String next, LocalDate nextOn) {}

  @Schema(description = "What stands in the form: names as in docs/calls.md, such as words, reading, category, note, outcome, next, next_on")
  record NewDraft(@NotNull Integer version, @NotNull @Size(max = 40) @Schema(example = "{\"words\": \"Two pallets never arrived.\"}") Map<String, @NotNull String> fields) {}

  @Schema(name = "DraftSaved")
  record SavedJson(int version) {}

  record NewParty(@NotBlank @Size(max = 200) @Schema(example = "Siobhan Brennan") String name, @NotBlank @Size(max = 200) @Schema(description = "what showed it", example = "said name and role") String how) {}

  record NewCopies(@NotEmpty @Size(max = 200) @Schema(description = "numbers", example = "[\"INV-2291\"]") List<@NotBlank String> invoices) {}

  @Schema(name = "CopiesPlanned")
  record PlannedJson(Optional<PlanOfCopies> planned, @Schema(description = "no original of these is archived; somebody has the task to find it") List<String> missing) {}

  @Schema(name = "PlanOfCopies")
  record PlanOfCopies(UUID messageId, @Schema(example = "email") String channel, LocalDate on, int invoices) {
    static PlanOfCopies of(Copies.Planned one) {
      return new PlanOfCopies(one.message().value(), one.channel(), one.plannedOn(), one.invoices());
    }
  }

  @PostMapping(path = "/cases/{case}/calls", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.CALLS)
  @Operation(operationId = "beginCall", summary = "Begins a call; ours takes the debtor's contact of the day, and is refused where the rules say so")
  BegunJson begin(io.duly.desk.api.Call call, @PathVariable("case") String named, @RequestBody @Valid NewCall body) {
    return changing.change(call, scoped -> cases.find(scoped, named), (tx, id) -> {
      var number = body.number().map(String::strip).filter(one -> !one.isEmpty());
      return switch (beginning.begin(tx, new Beginning.Wish(id, !body.they().orElse(false), number, body.person(), call.person().id()), call.recorded())) {
        case Begun.Now(var begun) -> new BegunJson(begun);
        case Begun.InHand(var other) -> throw new Refusal(ProblemType.CONFLICT, "There is a call with this debtor under way, or its note is not finished: /api/v1/calls/" + other.id() + ".");
        case Begun.PaidPerhaps _ -> throw new Refusal(ProblemType.REFUSED, "Money that is theirs, or could be, lies unallocated: look into it first (/api/v1/cases/" + named + "/call-plan).");
        case Begun.Refused(var why) -> throw ByTheRules.refusal(why);
      };
    });
  }

  @GetMapping("/calls/{id}")
  @Needs(TokenScope.READ)
  @Operation(operationId = "call", summary = "A call, with what is typed in it while it lasts")
  CallJson read(io.duly.desk.api.Call call, @PathVariable UUID id) {
    return scope.reading(call.person(), scoped -> calls.find(scoped, id).map(one -> json(scoped, one))).orElseThrow(NotThere::new);
  }

  private CallJson json(DSLContext scoped, Call one) {
    var draft = Optional.of(one).filter(Call::isOpen).map(open -> drafts.of(scoped, open.id()));
    var fields = new TreeMap<String, String>();
    draft.ifPresent(typed -> typed.sheet().fields().forEach((field, text) -> fields.put(field.word(), text)));
    return new CallJson(
        one.id(), one.caseNumber(), one.caller().login(), one.ours() ? "out" : "in", one.number(), one.beganAt(), one.party().map(Call.Party::name), one.heatedAt().isPresent(),
        one.ended().map(end -> new EndedJson(end.at(), end.outcome().word(), end.next().word(), end.nextOn())), draft.map(Drafts.Draft::version), fields);
  }

  @PostMapping(path = "/calls/{id}/draft", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.CALLS)
  @Operation(operationId = "saveCallDraft", summary = "Saves what stands in the form; upon an older version it is refused")
  SavedJson save(io.duly.desk.api.Call call, @PathVariable UUID id, @RequestBody @Valid NewDraft body) {
    body.fields().keySet().stream().filter(name -> Arrays.stream(Field.values()).noneMatch(field -> field.word().equals(name))).findFirst().ifPresent(name -> {
      throw new Refusal(ProblemType.INVALID_REQUEST, "There is no such field.", io.duly.desk.problem.Problem.Part.of("/fields/" + name, "not known"));
    });
    return own(call, id, (tx, one) -> new SavedJson(drafts.save(tx, one.id(), body.version(), Sheet.of(body.fields()), call.now())
        .orElseThrow(() -> new Refusal(ProblemType.PRECONDITION_FAILED, "Something was saved meanwhile, or the call has ended. Read it again."))));
  }

  @PostMapping(path = "/calls/{id}/party", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.CALLS)
  @Changes("/api/v1/calls/{id}")
  @Operation(operationId = "verifyParty", summary = "The right person is on the line: from now on the debt may be spoken of")
  void party(io.duly.desk.api.Call call, @PathVariable UUID id, @RequestBody @Valid NewParty body) {
    own(call, id, (tx, one) -> {
      calls.verified(tx, one, body.name(), body.how(), call.recorded());
      return true;
    });
  }

  @PostMapping("/calls/{id}/heat")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.CALLS)
  @Changes("/api/v1/calls/{id}")
  @Operation(operationId = "callIsHeated", summary = "It became heated: calm words, a pause, and a call back")
  void heat(io.duly.desk.api.Call call, @PathVariable UUID id) {
    own(call, id, (tx, one) -> {
      talks.heated(tx, one, drafts.of(tx, one.id()).sheet(), call.recorded());
      return true;
    });
  }

  @PostMapping(path = "/calls/{id}/copies", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.CALLS)
  @Operation(operationId = "sendCopies", summary = "Copies of invoices go out in the debtor's next turn")
  PlannedJson copies(io.duly.desk.api.Call call, @PathVariable UUID id, @RequestBody @Valid NewCopies body) {
    return own(call, id, (tx, one) -> {
      try {
        var copied = talks.copies(tx, one, body.invoices(), call.recorded());
        return new PlannedJson(copied.planned().map(PlanOfCopies::of), copied.missing());
      } catch (Copies.CannotCopy refused) {
        throw new CannotRecord(String.valueOf(refused.getMessage()));
      }
    });
  }

  @PostMapping("/calls/{id}/end")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.CALLS)
  @Changes("/api/v1/calls/{id}")
  @Operation(operationId = "endCall", summary = "Ends it as its draft says: an outcome and a next step with its day must be in it")
  void end(io.duly.desk.api.Call call, @PathVariable UUID id, HttpServletRequest request) {
    own(call, id, (tx, one) -> {
      if (!talks.end(tx, one, drafts.of(tx, one.id()).sheet(), readers.plain(request, call.person(), call.today()), call.recorded())) {
        throw new CannotRecord("Say what comes next and when: next and next_on are missing in the draft.");
      }
      return true;
    });
    call.afterwards().add(() -> cycle.again(call.today()));
  }

  @PostMapping("/calls/{id}/take-over")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.CALLS)
  @Changes("/api/v1/calls/{id}")
  @Operation(operationId = "takeOverCall", summary = "Finishes what a colleague left; a manager may at once, others after half an hour")
  void takeOver(io.duly.desk.api.Call call, @PathVariable UUID id) {
    changing.change(call, scoped -> calls.find(scoped, id), (tx, found) -> {
      calls.takeOver(tx, calls.locked(tx, found.id()).orElseThrow(), call.person().id(), call.person().role().mayApprove(), call.recorded());
      return true;
    });
  }

  /** In one's own call only: somebody else's is taken over first. */
  private <T> T own(io.duly.desk.api.Call call, UUID id, BiFunction<DSLContext, Call, T> change) {
    return changing.change(call, scoped -> calls.find(scoped, id).filter(one -> one.isOf(call.person().id())), (tx, found) -> {
      var locked = calls.locked(tx, found.id()).filter(one -> one.isOf(call.person().id())).orElseThrow(NotThere::new);
      return change.apply(tx, locked);
    });
  }
}
