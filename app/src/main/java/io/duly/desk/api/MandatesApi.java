package io.duly.desk.api;

import io.duly.agreements.Mandate;
import io.duly.agreements.Mandates;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.debits.Scheme;
import io.duly.desk.page.NotThere;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** By what may be collected from the debtor's account. */
@RestController
@RequestMapping("/api/v1/cases/{case}/mandates")
@Tag(name = "Agreements")
class MandatesApi {
  private final Scope scope;
  private final Changing changing;
  private final Cases cases;
  private final CaseJournal journals;
  private final Mandates mandates;

  MandatesApi(Scope scope, Changing changing, Cases cases, CaseJournal journals, Mandates mandates) {
    this.scope = scope;
    this.changing = changing;
    this.cases = cases;
    this.journals = journals;
    this.mandates = mandates;
  }

  @Schema(name = "Mandate")
  record MandateJson(
      UUID id, @Schema(example = "M-3F1B2C5D6E7F") String reference, @Schema(example = "core", allowableValues = {"core", "b2b"}) String scheme,
      @Schema(description = "whose account it is", example = "Hafen GmbH") String holder, @Schema(description = "its country and its last signs", example = "DE… 3000") String account, LocalDate signedOn,
      @Schema(description = "from when nothing is collected by it") Optional<LocalDate> endedOn, @Schema(description = "why", example = "another mandate took its place") Optional<String> endedWhy) {
    static MandateJson of(Mandate one) {
      return new MandateJson(
          one.id(), one.reference(), one.scheme().word(), one.holder(), one.masked(), one.signedOn(), one.ended().map(Mandate.Ended::on), one.ended().map(Mandate.Ended::why));
    }
  }

  @Schema(name = "Mandates")
  record MandatesJson(List<MandateJson> mandates) {}

  @Schema(name = "NewMandate")
  record NewJson(
      @NotBlank @Size(max = 70) @Schema(description = "whose account it is", example = "Hafen GmbH") String holder, @NotBlank @Size(max = 50) @Schema(example = "DE89 3704 0044 0532 0130 00") String iban,
      @Schema(description = "of accounts outside of the European Economic Area", example = "BUKBGB22") Optional<@Size(max = 11) String> bic, @NotNull LocalDate signedOn,
      @Schema(description = "absent: core", example = "core", allowableValues = {"core", "b2b"}) Optional<String> scheme,
      @Schema(description = "unique among the creditor's; absent: one is made", example = "M-2026-117") Optional<@Size(max = 35) String> reference) {}

  @Schema(name = "MandateEnding")
  record EndJson(@NotBlank @Size(max = 500) @Schema(example = "They want to transfer from now on.") String why) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "listMandates", summary = "By what may be collected from the debtor's account, the latest first")
  MandatesJson list(Call call, @PathVariable("case") String named) {
    return scope.reading(call.person(), scoped -> cases.find(scoped, named)
            .map(id -> new MandatesJson(mandates.of(scoped, journals.head(scoped, id).debtor()).stream().map(MandateJson::of).toList())))
        .orElseThrow(NotThere::new);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.PROMISES)
  @Operation(operationId = "giveMandate", summary = "A mandate that the debtor has signed; the one before ends")
  MandateJson give(Call call, @PathVariable("case") String named, @RequestBody @Valid NewJson body) {
    var given = new Mandate.Given(body.reference(), body.scheme().map(word -> Word.of(Scheme.class, word, "/scheme")).orElse(Scheme.CORE), body.holder(), body.iban(), body.bic(), body.signedOn());
    return changing.change(call, scoped -> cases.find(scoped, named), (tx, id) -> MandateJson.of(mandates.give(tx, id, given, call.recorded())));
  }

  @PostMapping(path = "/{id}/ending", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.PROMISES)
  @Operation(operationId = "endMandate", summary = "Nothing is collected by it any more")
  void end(Call call, @PathVariable("case") String named, @PathVariable UUID id, @RequestBody @Valid EndJson body) {
    changing.change(call, scoped -> cases.find(scoped, named).filter(found -> mandates.of(scoped, journals.head(scoped, found).debtor()).stream().anyMatch(one -> one.id().equals(id))), (tx, found) -> {
      mandates.end(tx, found, id, body.why(), call.recorded());
      return true;
    });
  }
}
