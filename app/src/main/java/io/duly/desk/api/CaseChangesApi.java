package io.duly.desk.api;

import static io.duly.database.jooq.cases.Tables.HOLD;
import static io.duly.database.jooq.cases.Tables.REASON;

import io.duly.agreements.Promises;
import io.duly.cases.CannotRecord;
import io.duly.cases.CaseFiles;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.cases.Checklist;
import io.duly.cases.ChecklistItem;
import io.duly.cases.HoldRequest;
import io.duly.cases.Holds;
import io.duly.cases.Notes;
import io.duly.cases.ReasonCategory;
import io.duly.cases.Reasons;
import io.duly.cases.StatedReason;
import io.duly.hardship.BreathingSpaces;
import io.duly.identity.TokenScope;
import io.duly.journal.Journal;
import io.duly.strategy.HoldKind;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is written down of a case. Each is a line of its journal in the same transaction. */
@RestController
@RequestMapping(path = "/api/v1/cases/{case}", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Cases")
class CaseChangesApi {
  private static final int LONGEST = 10_000;

  private final Changing changing;
  private final Cases cases;
  private final CaseJournal journals;
  private final Journal journal;
  private final Notes notes;
  private final Promises promises;
  private final Holds holds;
  private final Reasons reasons;
  private final CaseFiles files;
  private final BreathingSpaces spaces;

  CaseChangesApi(
      Changing changing, Cases cases, CaseJournal journals, Journal journal, Notes notes, Promises promises, Holds holds, Reasons reasons, CaseFiles files,
      BreathingSpaces spaces) {
    this.spaces = spaces;
    this.changing = changing;
    this.cases = cases;
    this.journals = journals;
    this.journal = journal;
    this.notes = notes;
    this.promises = promises;
    this.holds = holds;
    this.reasons = reasons;
    this.files = files;
  }

  /** What was written down. */
  @Schema(description = "What was written down")
  record Written(UUID id) {}

  @Schema(description = "A line of the journal of the case")
  record WrittenLine(@Schema(description = "its place in the case's chain") int seq, String hash) {}

  record NewNote(@NotBlank @Size(max = LONGEST) @Schema(example = "Ms Ortega asks for the delivery note again.") String text) {}

  record NewPromise(@NotNull @Valid NewAmount amount, @NotNull @Schema(example = "2026-12-04") LocalDate dueOn, @Schema(description = "the debtor's own words") Optional<@Size(max = LONGEST) String> ownWords) {}

  record NewHold(
      @NotBlank @Schema(description = "one of those in docs/casework.md", example = "cooling_off") String kind, @NotBlank @Size(max = LONGEST) String why,
      @Schema(description = "its last day; absent: until it is lifted") Optional<LocalDate> until) {}

  record NewReason(
      @NotBlank @Schema(example = "goods_missing") String category, @NotBlank @Size(max = LONGEST) @Schema(description = "what the debtor said") String ownWords,
      Optional<@Size(max = 200) String> whomToAsk) {}

  record NewVerification(
      @NotBlank @Schema(example = "confirmed", allowableValues = {"confirmed", "refuted", "unclear"}) String outcome, @NotBlank @Size(max = LONGEST) String how,
      @Schema(description = "an opinion, kept apart from what was found out") Optional<@Size(max = LONGEST) String> impression) {}

  record Why(@NotBlank @Size(max = LONGEST) String why) {}

  record NewMark(
      @NotBlank @Schema(example = "delivery") String item, @NotBlank @Schema(example = "missing", allowableValues = {"there", "missing", "not_needed"}) String state,
      Optional<@Size(max = 200) String> supplier) {}

  @PostMapping("/notes")
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.NOTES)
  @Operation(operationId = "addNote", summary = "A note; it cannot be changed")
  WrittenLine note(Call call, @PathVariable("case") String named, @RequestBody @Valid NewNote body) {
    return changing.change(call, scoped -> cases.find(scoped, named), (tx, id) -> {
      notes.add(tx, id, body.text(), call.recorded());
      var line = journal.latest(tx, id, 1).getFirst();
      return new WrittenLine(line.seq(), line.hash().hex());
    });
  }

  @PostMapping("/promises")
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.PROMISES)
  @Operation(operationId = "addPromise", summary = "A promise to pay; the one before it is superseded")
  Written promise(Call call, @PathVariable("case") String named, @RequestBody @Valid NewPromise body) {
    return changing.deciding(call, scoped -> head(scoped, named), (tx, head) ->
        new Written(promises.record(tx, head.id(), body.amount().in(head.currency(), "/amount"), body.dueOn(), said(body.ownWords()), call.recorded()).value()));
  }

  @PostMapping("/holds")
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.HOLDS)
  @Operation(operationId = "placeHold", summary = "A reason not to act; contact stops at once. For hardship it is breathing space of the debtor, in every case; why is not kept then: /hardship keeps what was told with consent")
  Written hold(Call call, @PathVariable("case") String named, @RequestBody @Valid NewHold body) {
    var hold = new HoldRequest(Word.of(HoldKind.class, body.kind(), "/kind"), body.why().strip(), body.until());
    return changing.change(call, scoped -> cases.find(scoped, named), (tx, id) -> new Written(spaces.place(tx, id, hold, call.recorded())));
  }

  @PostMapping("/holds/{id}/lifting")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.HOLDS)
  @Changes("/api/v1/cases/{case}")
  @Operation(operationId = "liftHold", summary = "Ends a hold")
  void lift(Call call, @PathVariable("case") String named, @PathVariable UUID id, @RequestBody @Valid Why body) {
    changing.change(
        call, scoped -> head(scoped, named).filter(head -> scoped.fetchExists(HOLD, HOLD.ID.eq(id).and(HOLD.DEBTOR_ID.eq(head.debtor().value())))),
        (tx, _) -> {
          holds.lift(tx, id, body.why().strip(), call.recorded());
          return true;
        });
  }

  @PostMapping("/reasons")
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.REASONS)
  @Operation(operationId = "addReason", summary = "Why it was not paid, in the debtor's words; a person has the task to check it")
  Written reason(Call call, @PathVariable("case") String named, @RequestBody @Valid NewReason body) {
    var category = Word.of(ReasonCategory.class, body.category(), "/category");
    return changing.deciding(call, scoped -> cases.find(scoped, named), (tx, id) ->
        new Written(reasons.record(tx, id, category, body.ownWords().strip(), said(body.whomToAsk()), call.recorded())));
  }

  @PostMapping("/reasons/{id}/verification")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.REASONS)
  @Changes("/api/v1/cases/{case}")
  @Operation(operationId = "verifyReason", summary = "What came out when a reason was checked")
  void verify(Call call, @PathVariable("case") String named, @PathVariable UUID id, @RequestBody @Valid NewVerification body) {
    var outcome = Word.of(StatedReason.Outcome.class, body.outcome(), "/outcome");
    changing.deciding(
        call, scoped -> cases.find(scoped, named).filter(one -> scoped.fetchExists(REASON, REASON.ID.eq(id).and(REASON.CASE_ID.eq(one.value())))),
        (tx, _) -> {
          reasons.verify(tx, id, outcome, body.how().strip(), said(body.impression()), call.recorded());
          return true;
        });
  }

  @PostMapping("/checklist")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.DOCUMENTS)
  @Changes("/api/v1/cases/{case}")
  @Operation(operationId = "markChecklist", summary = "What a person says of an item of the case file; it counts more than the facts")
  void mark(Call call, @PathVariable("case") String named, @RequestBody @Valid NewMark body) {
    var state = Word.of(Checklist.State.class, body.state(), "/state");
    changing.deciding(call, scoped -> cases.find(scoped, named), (tx, id) -> {
      var item = ChecklistItem.of(body.item()).orElseThrow(() -> new CannotRecord("There is no such item in the case file."));
      files.mark(tx, id, item, state, said(body.supplier()), call.recorded());
      return true;
    });
  }

  private Optional<CaseHead> head(DSLContext scoped, String named) {
    return cases.find(scoped, named).map(id -> journals.head(scoped, id));
  }

  private static Optional<String> said(Optional<String> text) {
    return text.map(String::strip).filter(one -> !one.isEmpty());
  }
}
