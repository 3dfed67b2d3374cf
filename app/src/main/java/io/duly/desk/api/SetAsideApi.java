package io.duly.desk.api;

import io.duly.desk.intake.AsideWork;
import io.duly.desk.intake.FileLine;
import io.duly.desk.intake.FindingGroup;
import io.duly.desk.intake.Narrowed;
import io.duly.desk.page.NotThere;
import io.duly.desk.problem.Problem;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.intake.AsideRow;
import io.duly.intake.AsideRows;
import io.duly.intake.Mended;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Files that were taken in, and their rows that were set aside: what is wrong, corrected, and in again. */
@RestController
@RequestMapping("/api/v1/import-files")
@Tag(name = "Imports")
class SetAsideApi {
  private static final String FILE = "/api/v1/import-files/{id}";

  private final Scope scope;
  private final AsideWork work;

  SetAsideApi(Scope scope, AsideWork work) {
    this.scope = scope;
    this.work = work;
  }

  @Schema(name = "ImportFile", description = "A file that was taken in")
  record FileJson(
      UUID id, UUID creditorId, @Schema(example = "Brightwell Supplies Ltd") String creditor, @Schema(example = "invoices.csv") String name, @Schema(example = "invoices") String kind, Instant takenAt, long rows,
      long imported, long duplicates, long quarantined, @Schema(description = "rows that are set aside and wait to be mended") long open, @Schema(description = "the file whose rows, mended, these are") Optional<UUID> mends) {
    static FileJson of(FileLine one) {
      return new FileJson(
          one.id(), one.creditorId(), one.creditor(), one.name(), one.kind(), one.at().toInstant(), one.rows(), one.imported(), one.duplicates(), one.quarantined(), one.open(), one.mends());
    }
  }

  @Schema(name = "ImportFileDetail", description = "A file that was taken in, its columns, and what is wrong with rows that wait")
  record DetailJson(
      FileJson file, @Schema(description = "the columns' names", example = "[\"Invoice\", \"Due\"]") List<String> header, @Schema(description = "what each column says", example = "[\"invoice number\", \"due day\"]") List<String> fields,
      List<GroupJson> problems) {}

  @Schema(name = "SetAsideGroup", description = "Rows with the same problem")
  record GroupJson(@Schema(example = "date") String code, @Schema(description = "empty: the whole row", example = "dueOn") String field, long count, @Schema(example = "31.11.2026 is no day.") String example) {
    static GroupJson of(FindingGroup one) {
      return new GroupJson(one.code(), one.field(), one.count(), one.example());
    }
  }

  @Schema(name = "SetAsideRow")
  record RowJson(
      UUID id, @Schema(description = "of the file") long line, @Schema(description = "the column that is wrong, from 0; absent: the whole row") Optional<Integer> column, @Schema(example = "dueOn") Optional<String> field,
      @Schema(example = "date") String code, @Schema(example = "31.11.2026 is no day.") String message, @Schema(example = "[\"RE-1001\", \"31.11.2026\"]") List<String> cells) {
    static RowJson of(AsideRow one) {
      return new RowJson(one.id(), one.line(), one.column(), one.field(), one.code(), one.message(), one.cells());
    }
  }

  @Schema(name = "RowsMended")
  record MendedJson(
      @Schema(description = "brought something new") int taken, @Schema(description = "say only what is known already") int known, @Schema(description = "are still set aside; each says what is wrong now") int remain,
      @Schema(description = "were mended or discarded by somebody else before") int gone) {
    static MendedJson of(Mended one) {
      return new MendedJson(one.taken(), one.known(), one.remain(), one.gone());
    }
  }

  @Schema(name = "RowsDiscarded")
  record DiscardedJson(@Schema(description = "that were not mended or discarded before") int rows) {}

  @GetMapping
  @Needs(TokenScope.IMPORT)
  @Operation(operationId = "importFiles", summary = "Files that were taken in, the latest first")
  Listing<FileJson> list(Call call, @RequestParam Optional<String> cursor, @RequestParam(defaultValue = "50") @Min(1) @Max(Listing.MOST) int limit) {
    var before = Cursor.read(cursor, "import files", Cursor::id);
    return Listing.cut(scope.reading(call.person(), scoped -> FileLine.read(scoped, before, limit + 1)), limit, "import files", one -> one.id().toString()).map(FileJson::of);
  }

  @GetMapping("/{id}")
  @Needs(TokenScope.IMPORT)
  @Operation(operationId = "importFile", summary = "A file, its columns, and what is wrong with rows that wait")
  DetailJson read(Call call, @PathVariable UUID id) {
    return scope.reading(call.person(), scoped -> FileLine.find(scoped, id).map(file -> detail(scoped, file))).orElseThrow(NotThere::new);
  }

  private static DetailJson detail(DSLContext scoped, FileLine file) {
    var columns = AsideRows.of(scoped, file.id(), new AsideRows.Which(Optional.empty(), Optional.empty(), 0), 1);
    return new DetailJson(
        FileJson.of(file), columns.map(AsideRows::header).orElse(List.of()), columns.map(AsideRows::fields).orElse(List.of()), FindingGroup.ofSetAside(scoped, file.id()).stream().map(GroupJson::of).toList());
  }

  @GetMapping("/{id}/set-aside")
  @Needs(TokenScope.IMPORT)
  @Operation(operationId = "rowsSetAside", summary = "Rows that are set aside, in the order of the file")
  Listing<RowJson> rows(
      Call call, @PathVariable UUID id, @Parameter(description = "only those with this problem") @RequestParam Optional<String> code, @Parameter(description = "and in this field; empty: the whole row") @RequestParam Optional<String> field,
      @RequestParam Optional<String> cursor, @RequestParam(defaultValue = "50") @Min(1) @Max(Listing.MOST) int limit) {
    var narrowed = new Narrowed(code, field);
    var list = "set aside " + id + narrowed;
    long after = Cursor.read(cursor, list, Cursor::number).orElse(0L);
    var found = scope.reading(call.person(), scoped ->
        FileLine.find(scoped, id).flatMap(file -> AsideRows.of(scoped, file.id(), new AsideRows.Which(narrowed.code(), narrowed.field(), after), limit + 1)));
    return Listing.cut(found.orElseThrow(NotThere::new).rows(), limit, list, one -> String.valueOf(one.line())).map(RowJson::of);
  }

  @PostMapping(path = "/{id}/set-aside", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.IMPORT)
  @Changes(FILE)
  @Operation(operationId = "mendRows", summary = "Rows in again with the cells that are said; a cell that is left out stays as it is",
      description = "What is mended is kept at once: where the answer was lost and is not replayed, a row that was mended already counts as gone.")
  MendedJson mend(Call call, @PathVariable UUID id, @RequestBody @Valid RowsToMend body) throws IOException {
    var meant = work.meant(call.person(), id, body.named(), body.such());
    return MendedJson.of(work.mend(call.person(), id, body.mended(meant.rows()), call.today()));
  }

  @PostMapping(path = "/{id}/set-aside/discarding", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.IMPORT)
  @Changes(FILE)
  @Operation(operationId = "discardRows", summary = "Puts rows away for good; they are kept with the reason")
  DiscardedJson discard(Call call, @PathVariable UUID id, @RequestBody @Valid RowsToDiscard body) {
    var meant = work.meant(call.person(), id, body.named(), body.such());
    var rows = meant.rows().stream().map(AsideRow::id).toList();
    if (rows.isEmpty()) {
      throw new Refusal(ProblemType.REFUSED, "None of these rows is set aside any more.", Problem.Part.of("/rows", "not set aside"));
    }
    return new DiscardedJson(work.discard(call.person(), meant.file(), rows, body.reason()));
  }
}
