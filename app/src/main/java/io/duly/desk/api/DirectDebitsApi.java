package io.duly.desk.api;

import io.duly.agreements.DebitTerms;
import io.duly.agreements.Mandates;
import io.duly.desk.page.Handing;
import io.duly.desk.page.NotThere;
import io.duly.directdebit.Coming;
import io.duly.directdebit.DirectDebits;
import io.duly.directdebit.MadeFile;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is to be collected by direct debit, and the files for the bank. */
@RestController
@RequestMapping("/api/v1/direct-debits")
@Tag(name = "Payments")
class DirectDebitsApi {
  private final Scope scope;
  private final Changing changing;
  private final Parties parties;
  private final Mandates mandates;
  private final DirectDebits debits;

  DirectDebitsApi(Scope scope, Changing changing, Parties parties, Mandates mandates, DirectDebits debits) {
    this.scope = scope;
    this.changing = changing;
    this.parties = parties;
    this.mandates = mandates;
    this.debits = debits;
  }

  @Schema(name = "ComingDebit")
  record ComingJson(
      UUID creditorId, long caseNumber, @Schema(description = "of the plan, from 1", example = "2") int instalment, LocalDate dueOn, @Schema(description = "what is still to come of it") Amount amount,
      @Schema(description = "the day by which the bank needs the file; absent: it is too late") Optional<LocalDate> fileBy,
      @Schema(description = "what keeps it from being collected; absent: nothing", example = "no_mandate", allowableValues = {"no_mandate", "held", "not_announced", "no_file"}) Optional<String> lacks) {
    static ComingJson of(Coming one) {
      return new ComingJson(one.creditor().value(), one.number(), one.nth(), one.dueOn(), Amount.of(one.left()), one.fileBy(), one.obstacle().map(what -> what.name().toLowerCase(Locale.ROOT)));
    }
  }

  @Schema(name = "DebitFile")
  record FileJson(
      UUID id, UUID creditorId, @Schema(description = "by which the bank knows it", example = "DULY-20261123-3F1B2C5D6E7F") String message, int collections, Amount total, LocalDate madeOn,
      @Schema(description = "how many of its collections came back") int returned, @Schema(description = "from when it does not count") Optional<LocalDate> withdrawnOn) {
    static FileJson of(MadeFile one) {
      return new FileJson(
          one.id(), one.creditor().value(), one.message(), one.collections(), Amount.of(one.total()), one.madeOn(), one.returned(), one.withdrawn().map(MadeFile.Withdrawn::on));
    }
  }

  @Schema(name = "DirectDebits", description = "What is in no file yet, the earliest first, and the files, the latest first; at most a hundred of those")
  record DebitsJson(List<ComingJson> coming, List<FileJson> files) {}

  @Schema(name = "NewDebitFile")
  record NewFile(@NotNull UUID creditorId) {}

  @Schema(name = "DebitFileWithdrawal")
  record Withdrawal(@NotBlank @Size(max = 500) @Schema(example = "The bank refused it: the account was named wrongly.") String why) {}

  @Schema(name = "DebitTerms")
  record TermsJson(
      @NotBlank @Size(max = 40) @Schema(description = "by which the schemes know the creditor", example = "DE98ZZZ09999999999") String identifier,
      @NotBlank @Size(max = 50) @Schema(description = "where the money goes", example = "DE89370400440532013000") String iban,
      @Schema(description = "of accounts outside of the European Economic Area", example = "BUKBGB22") Optional<@Size(max = 11) String> bic,
      @Min(1) @Max(14) @Schema(description = "between the day on which a debtor is told and the day on which it is collected", example = "14") int noticeDays) {
    static TermsJson of(DebitTerms one) {
      return new TermsJson(one.identifier(), one.iban(), one.bic(), one.noticeDays());
    }
  }

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "directDebits", summary = "What is to be collected by direct debit, and the files for banks")
  DebitsJson list(Call call) {
    return scope.reading(call.person(), scoped ->
        new DebitsJson(debits.coming(scoped, call.today()).stream().map(ComingJson::of).toList(), debits.files(scoped).stream().map(FileJson::of).toList()));
  }

  @PostMapping(path = "/files", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.IMPORT)
  @Operation(operationId = "makeDebitFile", summary = "A file of what can be collected for a creditor within the next days; what is in it is in no other")
  FileJson make(Call call, @RequestBody @Valid NewFile body) {
    return changing.change(call, scoped -> find(scoped, body.creditorId()), (tx, one) -> FileJson.of(debits.make(tx, one.id(), call.recorded())));
  }

  @GetMapping("/files/{id}")
  @Needs(TokenScope.IMPORT)
  @Operation(operationId = "debitFile", summary = "A file as the bank is given it: pain.008.001.08")
  @ApiResponse(responseCode = "200", description = "the file", content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE, schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<byte[]> file(Call call, @PathVariable UUID id) {
    return scope.importing(call.person(), scoped -> debits.of(scoped, id), (tx, one) -> Handing.saved(one.name(), debits.content(tx, one.id()).orElseThrow())).orElseThrow(NotThere::new);
  }

  @PostMapping(path = "/files/{id}/withdrawal", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.IMPORT)
  @Operation(operationId = "withdrawDebitFile", summary = "The bank was not given it, or refused it: what is in it can be collected by another")
  void withdraw(Call call, @PathVariable UUID id, @RequestBody @Valid Withdrawal body) {
    changing.change(call, scoped -> debits.of(scoped, id), (tx, one) -> {
      debits.withdraw(tx, one.id(), body.why(), call.recorded());
      return true;
    });
  }

  @GetMapping("/terms/{creditor}")
  @Needs(TokenScope.READ)
  @Operation(operationId = "debitTerms", summary = "By what a creditor collects")
  TermsJson terms(Call call, @PathVariable UUID creditor) {
    return scope.reading(call.person(), scoped -> find(scoped, creditor).flatMap(one -> mandates.terms(scoped, one.id())).map(TermsJson::of)).orElseThrow(NotThere::new);
  }

  @PostMapping(path = "/terms/{creditor}", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.TEMPLATES)
  @Operation(operationId = "setDebitTerms", summary = "By what a creditor collects from now on")
  TermsJson set(Call call, @PathVariable UUID creditor, @RequestBody @Valid TermsJson body) {
    return changing.change(call, scoped -> find(scoped, creditor), (tx, one) -> {
      mandates.set(tx, one.id(), new DebitTerms(body.identifier(), body.iban(), body.bic(), body.noticeDays()), call.recorded());
      return TermsJson.of(mandates.terms(tx, one.id()).orElseThrow());
    });
  }

  private Optional<Creditor> find(DSLContext scoped, UUID creditor) {
    return parties.creditors(scoped).stream().filter(one -> one.id().value().equals(creditor)).findFirst();
  }
}
