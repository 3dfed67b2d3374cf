package io.duly.desk.api;

import static io.duly.database.jooq.journal.Tables.DOCUMENT;
import static io.duly.database.jooq.journal.Tables.ENTRY;

import io.duly.cases.Cases;
import io.duly.cases.ChecklistItem;
import io.duly.cases.Papers;
import io.duly.desk.page.Handing;
import io.duly.desk.page.NotThere;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.journal.Archive;
import io.duly.journal.Document;
import io.duly.journal.Sha256;
import io.duly.kernel.CaseId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The journal of a case and its papers. */
@RestController
@RequestMapping("/api/v1/cases/{case}")
@Tag(name = "Cases")
class PapersApi {
  private final Scope scope;
  private final Changing changing;
  private final Cases cases;
  private final Papers papers;
  private final Archive archive;

  PapersApi(Scope scope, Changing changing, Cases cases, Papers papers, Archive archive) {
    this.scope = scope;
    this.changing = changing;
    this.cases = cases;
    this.papers = papers;
    this.archive = archive;
  }

  @Schema(name = "JournalEntry", description = "What happened, one immutable line")
  record Entry(
      @Schema(description = "its place in the case's chain") int seq, @Schema(example = "promise-made") String kind, Instant occurredAt, Instant recordedAt, @Schema(example = "person:anna") String actor,
      String summary, @Schema(description = "of the document it names, fetched at …/documents/{seq}") Optional<Paper> document) {}

  @Schema(name = "Paper")
  record Paper(String sha256, String mediaType) {}

  record Filed(String sha256) {}

  @GetMapping("/journal")
  @Needs(value = TokenScope.READ, clients = true)
  @Operation(operationId = "journal", summary = "What happened in the case, the latest first")
  Listing<Entry> journal(
      Call call, @PathVariable("case") String named, @Parameter(description = "words that are looked for") @RequestParam Optional<@Size(max = 200) String> q, @RequestParam Optional<String> cursor,
      @RequestParam(defaultValue = "50") @Min(1) @Max(Listing.MOST) int limit) {
    var list = "journal " + named + q;
    long below = Cursor.read(cursor, list, Cursor::number).orElse((long) Integer.MAX_VALUE);
    var which = DSL.condition("{0} < {1}", ENTRY.SEQ, DSL.val(below)).and(q.map(words -> ENTRY.SUMMARY.containsIgnoreCase(words.replace('\0', ' '))).orElse(DSL.noCondition()));
    var found = scope.reading(call.person(), scoped -> cases.find(scoped, named).map(id -> entries(scoped, id, which, limit + 1)));
    return Listing.cut(found.orElseThrow(NotThere::new), limit, list, one -> String.valueOf(one.seq()));
  }

  @GetMapping("/journal/{seq}")
  @Needs(value = TokenScope.READ, clients = true)
  @Operation(operationId = "journalEntry", summary = "One line of the journal, such as a webhook names")
  Entry entry(Call call, @PathVariable("case") String named, @PathVariable int seq) {
    return scope.reading(call.person(), scoped -> cases.find(scoped, named).flatMap(id -> entries(scoped, id, ENTRY.SEQ.eq(seq), 1).stream().findFirst())).orElseThrow(NotThere::new);
  }

  private static List<Entry> entries(DSLContext scoped, CaseId id, Condition which, int most) {
    return scoped.select(ENTRY.SEQ, ENTRY.KIND, ENTRY.OCCURRED_AT, ENTRY.RECORDED_AT, ENTRY.ACTOR, ENTRY.SUMMARY, DOCUMENT.SHA256, DOCUMENT.MEDIA_TYPE)
        .from(ENTRY).leftJoin(DOCUMENT).on(DOCUMENT.SHA256.eq(ENTRY.DOCUMENT))
        .where(ENTRY.CASE_ID.eq(id.value()), which)
        .orderBy(ENTRY.SEQ.desc())
        .limit(most)
        .fetch(row -> new Entry(
            row.value1(), row.value2(), row.value3().toInstant(), row.value4().toInstant(), row.value5(), row.value6(),
            Optional.ofNullable(row.value7()).map(hash -> new Paper(Sha256.ofDigest(hash).hex(), row.value8()))));
  }

  @GetMapping("/documents/{seq}")
  @Needs(TokenScope.READ)
  @Operation(operationId = "document", summary = "The document that a line of the journal names, byte for byte")
  @ApiResponse(responseCode = "200", description = "The document", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> document(Call call, @PathVariable("case") String named, @PathVariable int seq) {
    var document = scope.reading(call.person(), scoped -> named(scoped, named, seq).flatMap(hash -> archive.document(scoped, hash)));
    return document.map(PapersApi::saved).orElseThrow(NotThere::new);
  }

  private Optional<Sha256> named(DSLContext scoped, String named, int seq) {
    return cases.find(scoped, named).flatMap(id ->
        scoped.select(ENTRY.DOCUMENT).from(ENTRY).where(ENTRY.CASE_ID.eq(id.value()), ENTRY.SEQ.eq(seq), ENTRY.DOCUMENT.isNotNull()).fetchOptional(row -> Sha256.ofDigest(row.value1())));
  }

  /** What a stranger sent is never shown, only saved. */
  private static ResponseEntity<byte[]> saved(Document document) {
    return Handing.saved(document.name(), document.bytes());
  }

  @PostMapping(path = "/documents", consumes = {MediaType.APPLICATION_PDF_VALUE, MediaType.IMAGE_PNG_VALUE, MediaType.IMAGE_JPEG_VALUE, MediaType.TEXT_PLAIN_VALUE, MediaType.APPLICATION_OCTET_STREAM_VALUE})
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.DOCUMENTS)
  @Operation(operationId = "fileDocument", summary = "Puts a paper into the file: PDF, PNG, JPEG or plain text up to 20 MB, told by its bytes",
      requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary"))))
  Filed file(
      Call call, @PathVariable("case") String named, @RequestParam @NotBlank @Size(max = 255) String name, @Parameter(description = "of the checklist, for which it counts") @RequestParam Optional<String> item,
      InputStream body) throws IOException {
    var bytes = body.readNBytes(Papers.MOST_BYTES + 1);
    return changing.deciding(call, scoped -> cases.find(scoped, named), (tx, id) -> new Filed(papers.file(tx, id, item.flatMap(ChecklistItem::of), name, bytes, call.recorded()).hex()));
  }
}
