package io.duly.desk.api;

import io.duly.cases.CannotRecord;
import io.duly.cases.Cases;
import io.duly.desk.page.NotThere;
import io.duly.hardship.Aftercare;
import io.duly.hardship.BreathingSpaces;
import io.duly.hardship.Consent;
import io.duly.hardship.NewSpace;
import io.duly.hardship.Notice;
import io.duly.hardship.ToldBy;
import io.duly.hardship.Trouble;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.kernel.CaseId;
import io.duly.moratorium.Moratoria;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Hardship and breathing space (P17). Why is told to those who need it; everybody else reads until when. */
@RestController
@RequestMapping("/api/v1/cases/{case}/hardship")
@Tag(name = "Cases")
class HardshipApi {
  private static final String READ_AT = "/api/v1/cases/{case}/hardship";

  private final Scope scope;
  private final Changing changing;
  private final Cases cases;
  private final BreathingSpaces spaces;
  private final Aftercare aftercare;

  HardshipApi(Scope scope, Changing changing, Cases cases, BreathingSpaces spaces, Aftercare aftercare) {
    this.scope = scope;
    this.changing = changing;
    this.cases = cases;
    this.spaces = spaces;
    this.aftercare = aftercare;
  }

  @Schema(name = "BreathingSpace")
  record SpaceJson(
      UUID id, LocalDate since, @Schema(description = "its last day; absent while nobody knows it") Optional<LocalDate> until, LocalDate reviewOn, @Schema(description = "given by a law") boolean statutory,
      @Schema(description = "nothing accrues meanwhile") boolean chargesRest, @Schema(description = "nobody writes or calls today") boolean holds,
      @Schema(description = "when a person looked how to go on") Optional<LocalDate> reviewedOn, Optional<LocalDate> endedOn, @Schema(description = "from when no particular care is needed any more") Optional<LocalDate> closedOn,
      @Schema(description = "why; only for those who need it") Optional<ToldJson> told) {}

  @Schema(name = "BreathingSpaceTold")
  record ToldJson(
      @Schema(example = "call") String by, @Schema(example = "illness") Optional<String> kind, @Schema(description = "the debtor's words") Optional<String> words,
      @Schema(description = "who agreed that it is kept", example = "Ms Ortega") Optional<String> consentOf, Optional<LocalDate> consentOn, @Schema(description = "when the consent was taken back, and what was told erased") Optional<LocalDate> consentTakenBackOn,
      @Schema(description = "the law's moratorium", example = "gb-standard") Optional<String> moratorium, Optional<String> reference, @Schema(description = "who notified us", example = "Insolvency Service") Optional<String> notifiedBy,
      @Schema(description = "what to ask the adviser; it counts all the same", example = "[\"company\", \"again-too-soon\"]") List<String> caveats) {}

  @Schema(name = "BreathingSpaces")
  record SpacesJson(List<SpaceJson> spaces) {}

  @Schema(name = "NewBreathingSpace")
  record NewJson(
      @Schema(description = "its first day; absent: today") Optional<LocalDate> since, @Schema(description = "its last day; absent: as long as the law says, else 60 days") Optional<LocalDate> until,
      @Schema(description = "when a person looks how to go on; absent: a week before it ends") Optional<LocalDate> reviewOn, @Schema(description = "whether nothing accrues meanwhile; absent: nothing does") Optional<Boolean> chargesRest,
      @NotBlank @Schema(example = "call", allowableValues = {"call", "email", "letter", "visit", "adviser"}) String toldBy, @Schema(description = "kept with consent only", example = "illness") Optional<String> kind,
      @Schema(description = "the debtor's words; kept with consent only") Optional<@Size(max = 4000) String> words, @Schema(description = "who agreed that it is kept", example = "Ms Ortega") Optional<@Size(min = 1, max = 200) String> consentOf,
      @Schema(description = "of a law") Optional<@Valid NoticeJson> notice) {}

  @Schema(name = "MoratoriumNotice")
  record NoticeJson(
      @NotBlank @Schema(example = "gb-standard", allowableValues = {"gb-standard", "gb-crisis", "gb-scotland"}) String moratorium, @NotBlank @Size(max = 100) @Schema(example = "BS-0042917") String reference,
      @NotBlank @Size(max = 200) @Schema(example = "Insolvency Service") String by) {}

  @Schema(name = "BreathingSpaceReview")
  record ReviewJson(
      @NotBlank @Schema(example = "gentle", allowableValues = {"gentle", "longer", "treated", "closed"}) String outcome, @Schema(description = "for longer its last day, for treated the day on which the treatment ended") Optional<LocalDate> day,
      @Schema(description = "for longer: when a person looks again") Optional<LocalDate> reviewOn) {}

  @Schema(name = "BreathingSpaceEnding")
  record EndJson(@NotBlank @Size(max = 1000) @Schema(description = "who ended it and why; read by those who need it", example = "The adviser cancelled it: there is a plan now.") String why) {}

  private enum Outcome {
    GENTLE,
    LONGER,
    TREATED,
    CLOSED
  }

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "listHardship", summary = "Breathing space of the debtor, the latest first")
  SpacesJson list(Call call, @PathVariable("case") String named) {
    return scope.reading(call.person(), scoped -> cases.find(scoped, named).map(id -> new SpacesJson(spaces.of(scoped, id).stream().map(one -> HardshipJson.of(one, call.today())).toList()))).orElseThrow(NotThere::new);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.HOLDS)
  @Operation(operationId = "recordHardship", summary = "Breathing space; contact stops at once, in every case of the debtor")
  CaseChangesApi.Written record(Call call, @PathVariable("case") String named, @RequestBody @Valid NewJson body) {
    var asked = asked(body);
    return changing.deciding(call, scoped -> cases.find(scoped, named), (tx, id) -> new CaseChangesApi.Written(spaces.record(tx, id, asked, call.recorded())));
  }

  @PostMapping(path = "/{id}/review", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.HOLDS)
  @Changes(READ_AT)
  @Operation(operationId = "reviewHardship", summary = "A person looked how to go on")
  void look(Call call, @PathVariable("case") String named, @PathVariable UUID id, @RequestBody @Valid ReviewJson body) {
    var outcome = Word.of(Outcome.class, body.outcome(), "/outcome");
    changing.deciding(call, mine(named, id), (tx, found) -> {
      switch (outcome) {
        case GENTLE -> aftercare.takeUp(tx, found, id, call.recorded());
        case LONGER -> aftercare.extend(tx, found, id, day(body.day()), day(body.reviewOn()), call.recorded());
        case TREATED -> aftercare.treated(tx, found, id, day(body.day()), call.recorded());
        case CLOSED -> aftercare.close(tx, found, id, call.recorded());
      }
      return true;
    });
  }

  @PostMapping(path = "/{id}/ending", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.HOLDS)
  @Changes(READ_AT)
  @Operation(operationId = "endHardship", summary = "Breathing space ends before its last day")
  void end(Call call, @PathVariable("case") String named, @PathVariable UUID id, @RequestBody @Valid EndJson body) {
    changing.deciding(call, mine(named, id), (tx, found) -> {
      aftercare.end(tx, found, id, body.why(), call.recorded());
      return true;
    });
  }

  @PostMapping("/{id}/forgetting")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.HOLDS)
  @Changes(READ_AT)
  @Operation(operationId = "forgetHardship", summary = "The consent was taken back: what was told is erased")
  void forget(Call call, @PathVariable("case") String named, @PathVariable UUID id) {
    changing.change(call, mine(named, id), (tx, found) -> {
      aftercare.forget(tx, found, id, call.recorded());
      return true;
    });
  }

  /** Found by those only who may read why. */
  private Function<DSLContext, Optional<CaseId>> mine(String named, UUID space) {
    return scoped -> cases.find(scoped, named).filter(id -> spaces.of(scoped, id).stream().anyMatch(one -> one.id().equals(space) && one.telling().isPresent()));
  }

  private static NewSpace asked(NewJson body) {
    var told = Word.of(ToldBy.class, body.toldBy(), "/toldBy");
    return new NewSpace(
        body.since(), body.until(), body.reviewOn(), body.chargesRest().orElse(true), told, body.kind().map(word -> Word.of(Trouble.class, word, "/kind")), body.words(),
        body.consentOf().map(who -> new Consent(who.strip(), told)),
        body.notice().map(one -> new Notice(
            Moratoria.of(one.moratorium()).orElseThrow(() -> new CannotRecord("There is no law \"" + one.moratorium() + "\" of breathing space here.")), one.reference().strip(), one.by().strip())));
  }

  private static LocalDate day(Optional<LocalDate> typed) {
    return typed.orElseThrow(() -> new CannotRecord("Say the day."));
  }
}
