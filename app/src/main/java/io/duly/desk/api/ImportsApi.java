package io.duly.desk.api;

import static io.duly.database.jooq.intake.Tables.JOB;

import io.duly.desk.intake.JobLine;
import io.duly.desk.page.NotThere;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.intake.job.ImportJobs;
import io.duly.intake.job.NewJob;
import io.duly.intake.job.Spool;
import io.duly.kernel.CreditorId;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
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

/** Files that are handed in: each becomes a job, which is then followed. */
@RestController
@RequestMapping("/api/v1/imports")
@Tag(name = "Imports")
class ImportsApi {
  private final Scope scope;
  private final Changing changing;
  private final Spool spool;
  private final ImportJobs jobs;
  private final Parties parties;

  ImportsApi(Scope scope, Changing changing, Spool spool, ImportJobs jobs, Parties parties) {
    this.scope = scope;
    this.changing = changing;
    this.spool = spool;
    this.jobs = jobs;
    this.parties = parties;
  }

  private record Whose(Optional<CreditorId> creditor) {}

  record Taken(UUID id) {}

  @Schema(name = "Import", description = "A file that was handed in, and how far it is")
  record ImportJson(
      UUID id, String name, long bytes, @Schema(example = "done", description = "draft, waiting, running, done, refused, failed …") String state, Optional<UUID> creditorId, Instant addedAt,
      Optional<String> kind, Optional<Long> rows, Optional<Long> imported, Optional<Long> duplicates, Optional<Long> quarantined, Optional<Long> keptBack,
      @Schema(description = "why it was not taken in") Optional<String> why, @Schema(description = "what it became: /import-files/{id}") List<UUID> files) {}

  @PostMapping(consumes = "*/*")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Needs(TokenScope.IMPORT)
  @Operation(operationId = "import", summary = "Hands in a file of invoices, debtors, payments or a bank's: its bytes are the body, up to 1 GB",
      requestBody = @io.swagger.v3.oas.annotations.parameters.RequestBody(required = true, content = @Content(mediaType = "application/octet-stream", schema = @Schema(type = "string", format = "binary"))))
  Taken take(Call call, @RequestParam @NotBlank @Size(max = 255) String name, @Parameter(description = "whose it is; needed where the token sees several, but not all") @RequestParam Optional<UUID> creditor, InputStream body) throws IOException {
    var person = call.person();
    if (creditor.isEmpty() && person.creditors().filter(all -> all.size() != 1).isPresent()) {
      throw new Refusal(ProblemType.REFUSED, "Say whose the file is with the parameter “creditor”: the token sees several creditors.");
    }
    var file = spool.keep(name, body);
    return changing.change(call, scoped -> whose(scoped, person, creditor), (tx, found) -> new Taken(jobs.add(tx, new NewJob(file, found.creditor(), false, person.actor(), call.today()))));
  }

  @GetMapping("/{id}")
  @Needs(TokenScope.IMPORT)
  @Operation(operationId = "importJob", summary = "How far a file is, and what became of its rows")
  ImportJson read(Call call, @PathVariable UUID id) {
    return scope.reading(call.person(), scoped -> scoped.selectFrom(JOB).where(JOB.ID.eq(id)).fetchOptional(row -> json(row, JobLine.find(scoped, id).map(JobLine::files).orElse(List.of())))).orElseThrow(NotThere::new);
  }

  record Whom(@Schema(description = "as another creditor's; absent: as it is") Optional<UUID> creditor) {}

  @PostMapping("/{id}/cancelling")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.IMPORT)
  @Changes("/api/v1/imports/{id}")
  @Operation(operationId = "cancelImport", summary = "A file that waits is not taken in")
  void cancel(Call call, @PathVariable UUID id) {
    changing.change(call, scoped -> job(scoped, id), (tx, job) -> {
      if (!jobs.cancel(tx, job.id())) {
        throw new Refusal(ProblemType.REFUSED, "It is being taken in, or was, and cannot be called off any more.");
      }
      return true;
    });
    call.afterwards().add(() -> spool.drop(id));
  }

  @PostMapping(path = "/{id}/repetition", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Needs(TokenScope.IMPORT)
  @Changes("/api/v1/imports/{id}")
  @Operation(operationId = "repeatImport", summary = "A file that was not taken in is tried once more, as it is or as another creditor's")
  void again(Call call, @PathVariable UUID id, @RequestBody @Valid Whom body) {
    changing.change(
        call, scoped -> job(scoped, id).filter(_ -> body.creditor().isEmpty() || parties.creditors(scoped).stream().anyMatch(one -> one.id().value().equals(body.creditor().get()))),
        (tx, job) -> {
          if (!jobs.again(tx, id, body.creditor().or(job::creditorId).map(CreditorId::new), job.map(), call.today())) {
            throw new Refusal(ProblemType.REFUSED, "Only what was refused or failed is tried once more, while its file is there.");
          }
          return true;
        });
  }

  private record Job(UUID id, Optional<UUID> creditorId, Optional<String> map) {}

  private static Optional<Job> job(DSLContext scoped, UUID id) {
    return scoped.select(JOB.ID, JOB.CREDITOR_ID, JOB.MAP).from(JOB).where(JOB.ID.eq(id)).fetchOptional(row -> new Job(row.value1(), Optional.ofNullable(row.value2()), Optional.ofNullable(row.value3())));
  }

  private static ImportJson json(Record row, List<UUID> files) {
    return new ImportJson(
        row.get(JOB.ID), row.get(JOB.NAME), row.get(JOB.BYTES), row.get(JOB.STATE), Optional.ofNullable(row.get(JOB.CREDITOR_ID)), row.get(JOB.ADDED_AT).toInstant(),
        Optional.ofNullable(row.get(JOB.KIND)), number(row, "rows"), number(row, "imported"), number(row, "duplicates"), number(row, "quarantined"), number(row, "kept_back"),
        Optional.ofNullable(row.get(JOB.SENTENCE)), files);
  }

  private static Optional<Long> number(Record row, String column) {
    return Optional.ofNullable(row.get(column, Long.class));
  }

  /** Empty where the creditor that was named is not there for this caller. */
  private Optional<Whose> whose(DSLContext scoped, Person person, Optional<UUID> named) {
    var wanted = named.map(CreditorId::new).or(() -> person.creditors().map(List::getFirst));
    return wanted.isEmpty()
        ? Optional.of(new Whose(Optional.empty()))
        : parties.creditors(scoped).stream().map(Creditor::id).filter(wanted.get()::equals).findFirst().map(id -> new Whose(Optional.of(id)));
  }
}
