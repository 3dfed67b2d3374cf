package io.duly.desk.api;

import io.duly.cases.Bulk;
import io.duly.cases.BulkAct;
import io.duly.cases.BulkLine;
import io.duly.cases.CaseJournal;
import io.duly.desk.claim.Colleagues;
import io.duly.desk.page.NotThere;
import io.duly.desk.worklist.BulkChoice;
import io.duly.desk.worklist.BulkDone;
import io.duly.desk.worklist.View;
import io.duly.identity.TokenScope;
import io.duly.kernel.CaseId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is done to many cases at once: first looked at, then done as it was looked at, then perhaps taken back. */
@RestController
@RequestMapping("/api/v1/bulk")
@Tag(name = "Worklist")
class BulkApi {
  private final Changing changing;
  private final Bulk bulk;
  private final BulkChoice choice;
  private final BulkDone done;
  private final CaseJournal cases;
  private final Colleagues colleagues;

  BulkApi(Changing changing, Bulk bulk, BulkChoice choice, BulkDone done, CaseJournal cases, Colleagues colleagues) {
    this.changing = changing;
    this.bulk = bulk;
    this.choice = choice;
    this.done = done;
    this.cases = cases;
    this.colleagues = colleagues;
  }

  @Schema(name = "BulkStarted")
  record Started(@Schema(description = "by which it is read and taken back") UUID id, @Schema(description = "how many cases") int cases, Instant until) {}

  @Schema(name = "BulkAct", description = "What was done to many cases at once")
  record DoneJson(
      UUID id, @Schema(example = "give") String act, @Schema(description = "it was taken back") boolean undone, @Schema(description = "it can be taken back, until then") boolean open, Instant until,
      List<LineJson> cases) {
    static DoneJson of(BulkDone.Done one) {
      return new DoneJson(one.id(), one.act(), one.undone(), one.open(), one.until(), one.lines().stream().map(line -> new LineJson(line.number(), line.debtor(), line.takenBack())).toList());
    }
  }

  @Schema(name = "BulkActCase")
  record LineJson(long caseNumber, @Schema(example = "Brennan & Co Ltd") String debtor, boolean takenBack) {}

  @Schema(name = "BulkTakenBack")
  record BackJson(@Schema(description = "how many cases are as before; what somebody went on with stays") int cases) {}

  private record Looked(List<BulkLine> lines, String tag) {
    static Looked of(List<BulkLine> lines, BulkAct act) {
      return new Looked(lines, Hash.of(act + "\n" + lines));
    }
  }

  @PostMapping(path = "/preview", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.TASKS)
  @Operation(operationId = "previewBulk", summary = "Says of each of the cases whether it would be done; changes nothing. Its ETag goes to /bulk as If-Match")
  ResponseEntity<BulkPreview> look(Call call, @RequestBody @Valid BulkChosen body) {
    var act = body.read(call, colleagues);
    var numbers = body.numbers(view -> choice.matching(call.person(), view, call.today()));
    var looked = changing.change(call, scoped -> chosen(scoped, numbers), (tx, ids) -> Looked.of(bulk.look(tx, ids, act, call.person().id(), call.recorded()), act));
    return ResponseEntity.ok().eTag(looked.tag()).body(BulkPreview.of(looked.lines(), act, body.query().isPresent() && numbers.size() == Bulk.MOST));
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.TASKS)
  @Operation(operationId = "doBulk", summary = "Does it to all that are not refused, in one transaction, as it was looked at; it can be taken back for ten minutes",
      description = "Holds need the scope `holds`, too. What has changed since the preview is not done (412).")
  Started apply(
      Call call, @Parameter(description = "the ETag of the preview") @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) Optional<String> read, @RequestBody @Valid BulkChosen body) {
    var act = body.read(call, colleagues);
    var numbers = body.named();
    return changing.change(call, scoped -> chosen(scoped, numbers), (tx, ids) -> {
      cases.locked(tx, ids);
      var looked = Looked.of(bulk.look(tx, ids, act, call.person().id(), call.recorded()), act);
      Precondition.require(read, Optional.of(looked.tag()));
      var id = bulk.apply(tx, ids, act, call.person().id(), call.recorded());
      return new Started(id, (int) looked.lines().stream().filter(BulkLine::isDone).count(), call.now().plus(Bulk.TAKEN_BACK_WITHIN));
    });
  }

  @GetMapping("/{id}")
  @Needs(TokenScope.READ)
  @Operation(operationId = "bulk", summary = "What the token's person did to many cases at once, and whether it can be taken back")
  DoneJson read(Call call, @PathVariable UUID id) {
    return done.read(call.person(), id, call.now()).map(DoneJson::of).orElseThrow(NotThere::new);
  }

  @PostMapping("/{id}/undoing")
  @Needs(TokenScope.TASKS)
  @Changes("/api/v1/bulk/{id}")
  @Operation(operationId = "undoBulk", summary = "Takes back what is still as it was left")
  BackJson undo(Call call, @PathVariable UUID id) {
    return changing.change(call, scoped -> scoped.fetchOptional("select id from cases.bulk where id = ?", id), (tx, _) -> new BackJson(bulk.undo(tx, id, call.person().id(), call.recorded())));
  }

  private Optional<List<CaseId>> chosen(DSLContext scoped, List<Long> numbers) {
    return Optional.of(choice.ids(scoped, numbers)).filter(found -> found.size() == numbers.size());
  }
}
