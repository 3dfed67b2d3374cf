package io.duly.desk.api;

import io.duly.agreements.PaidBy;
import io.duly.agreements.Plans;
import io.duly.calls.Field;
import io.duly.calls.Rhythm;
import io.duly.calls.Sheet;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.desk.bargain.AgreementSheet;
import io.duly.desk.bargain.Agreements;
import io.duly.desk.bargain.Change;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.page.ReaderOfRequest;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.kernel.CaseId;
import io.duly.talk.Way;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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

/** What may be offered in a case, what is agreed, and how it is changed and ended. */
@RestController
@RequestMapping("/api/v1/cases/{case}/agreement")
@Tag(name = "Agreements")
class AgreementApi {
  private static final String READ = "/api/v1/cases/{case}/agreement";
  private static final Change NOTHING = new Change("", "", "", "");

  private final Scope scope;
  private final Changing changing;
  private final Cases cases;
  private final CaseJournal journals;
  private final Agreements agreements;
  private final Plans plans;
  private final ReaderOfRequest readers;

  AgreementApi(Scope scope, Changing changing, Cases cases, CaseJournal journals, Agreements agreements, Plans plans, ReaderOfRequest readers) {
    this.scope = scope;
    this.changing = changing;
    this.cases = cases;
    this.journals = journals;
    this.agreements = agreements;
    this.plans = plans;
    this.readers = readers;
  }

  @Schema(name = "NewPayment")
  record NewPayment(@NotNull @Schema(example = "2026-12-01") LocalDate on, @NotBlank @Size(max = 30) @Schema(description = "major units", example = "500.00") String amount) {}

  @Schema(name = "NewAgreement", description = "A way of paying; what is left out is filled with what is usual")
  record NewAgreement(
      @NotNull @Schema(example = "instalments", allowableValues = {"all_today", "by_date", "part_and_rest", "instalments"}) String way,
      @Schema(description = "of one payment, or the first part; major units", example = "500.00") Optional<@Size(max = 30) String> amount,
      @Schema(example = "2026-11-30") Optional<LocalDate> firstOn, @Schema(description = "of a part and its rest") Optional<LocalDate> restOn,
      @Schema(description = "payments of a plan", example = "3") Optional<@Min(2) @Max(120) Integer> count,
      @Schema(example = "monthly", allowableValues = {"weekly", "fortnightly", "monthly", "month_end"}) Optional<String> rhythm,
      @Schema(description = "instead: each payment by itself") Optional<@Size(max = 120) List<@Valid NewPayment>> payments,
      @Schema(example = "transfer", allowableValues = {"transfer", "direct_debit", "card", "cheque", "cash"}) Optional<String> paidBy,
      @Schema(description = "how the debtor said it", example = "From December on we can pay.") Optional<@Size(max = 5000) String> words,
      @Schema(description = "why somebody else should say yes, where it goes further than one may", example = "They have paid for ten years.") Optional<@Size(max = 500) String> why) {

    Sheet sheet() {
      var all = new HashMap<String, String>();
      all.put(Field.WAY.word(), CaseJson.word(Word.of(Way.class, way, "/way")));
      amount.ifPresent(text -> all.put(Field.AMOUNT.word(), text));
      firstOn.ifPresent(day -> all.put(Field.FIRST_ON.word(), day.toString()));
      restOn.ifPresent(day -> all.put(Field.REST_ON.word(), day.toString()));
      count.ifPresent(number -> all.put(Field.COUNT.word(), String.valueOf(number)));
      rhythm.ifPresent(word -> all.put(Field.RHYTHM.word(), Word.of(Rhythm.class, word, "/rhythm").word()));
      payments.ifPresent(each -> {
        all.put(Field.RHYTHM.word(), Rhythm.TYPED.word());
        all.put(Field.TYPED.word(), each.stream().map(one -> one.on() + " " + one.amount()).collect(Collectors.joining("\n")));
      });
      paidBy.ifPresent(word -> all.put(Field.PAID_BY.word(), Word.of(PaidBy.class, word, "/paidBy").word()));
      words.ifPresent(text -> all.put(Field.WORDS.word(), text));
      why.ifPresent(text -> all.put(Field.OFFER_WHY.word(), text));
      return Sheet.of(all);
    }
  }

  @Schema(name = "AgreementMade")
  record Made(@Schema(description = "false: it goes further than one may; somebody who may is asked, and until they say yes on the desk nothing holds") boolean holds) {}

  @Schema(name = "PlanChange")
  record NewChange(
      @NotNull @Schema(description = "the next payment on another day; a pause; more payments; what else is due goes along", example = "pause", allowableValues = {"move", "pause", "extend", "increase"}) String change,
      @Schema(description = "where it is moved", example = "2026-12-15") Optional<LocalDate> on, @Schema(description = "of the pause, or payments more", example = "1") Optional<@Min(1) @Max(119) Integer> steps,
      @Schema(description = "at which what is left follows", example = "monthly", allowableValues = {"weekly", "fortnightly", "monthly", "month_end"}) Optional<String> pace,
      @Schema(description = "why somebody else should say yes, where it goes further than one may", example = "They have paid for ten years.") Optional<@Size(max = 500) String> why) {
    Change asked() {
      var word = CaseJson.word(Word.of(Change.Kind.class, change, "/change"));
      return new Change(word, on.map(LocalDate::toString).orElse(""), steps.map(String::valueOf).orElse(""), pace.map(one -> Word.of(Rhythm.class, one, "/pace").word()).orElse("monthly"));
    }
  }

  @Schema(name = "PlanEnd")
  record Ending(@NotBlank @Size(max = 500) @Schema(example = "They will pay all of it on Friday.") String why) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "agreement", summary = "What may be offered in a case, and what is agreed")
  AgreementJson read(Call call, @PathVariable("case") String named, HttpServletRequest request) {
    return scope.reading(call.person(), scoped -> cases.find(scoped, named).map(id -> sheet(scoped, id, call, request))).map(AgreementJson::of).orElseThrow(NotThere::new);
  }

  private AgreementSheet sheet(DSLContext scoped, CaseId id, Call call, HttpServletRequest request) {
    return agreements.sheet(scoped, id, Sheet.EMPTY, "", NOTHING, reader(call, request));
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.PROMISES)
  @Operation(operationId = "agree", summary = "Records what was agreed: one payment as a promise, several as a plan; what goes further than one may is put before somebody who may")
  Made agree(Call call, @PathVariable("case") String named, @RequestBody @Valid NewAgreement body, HttpServletRequest request) {
    return changing.deciding(call, scoped -> head(scoped, named), (tx, head) -> new Made(agreements.agree(tx, head, body.sheet(), reader(call, request), call.address(), call.recorded())));
  }

  @PostMapping(path = "/change", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ApiResponse(responseCode = "204", description = "It holds", content = @Content)
  @ApiResponse(responseCode = "202", description = "It goes further than one may: somebody who may is asked", content = @Content(schema = @Schema(implementation = Made.class)))
  @Needs(TokenScope.PROMISES)
  @Changes(READ)
  @Operation(operationId = "changePlan", summary = "Agrees the running plan anew: what is paid stays, what is left is divided again; what goes further than one may is put before somebody who may")
  ResponseEntity<Made> change(Call call, @PathVariable("case") String named, @RequestBody @Valid NewChange body, HttpServletRequest request) {
    boolean holds = changing.deciding(call, scoped -> head(scoped, named), (tx, head) ->
        agreements.change(tx, head, body.asked(), body.why().filter(text -> !text.isBlank()), reader(call, request), call.address(), call.recorded()));
    return holds ? ResponseEntity.noContent().build() : ResponseEntity.accepted().body(new Made(false));
  }

  @PostMapping(path = "/end", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.PROMISES)
  @Changes(READ)
  @Operation(operationId = "endPlan", summary = "Ends the running plan: what is left is asked for as before")
  void end(Call call, @PathVariable("case") String named, @RequestBody @Valid Ending body) {
    changing.deciding(call, scoped -> head(scoped, named), (tx, head) -> {
      plans.end(tx, head.id(), body.why(), call.recorded());
      return true;
    });
  }

  private Reader reader(Call call, HttpServletRequest request) {
    return readers.plain(request, call.person(), call.today());
  }

  private Optional<CaseHead> head(DSLContext scoped, String named) {
    return cases.find(scoped, named).map(id -> journals.head(scoped, id));
  }
}
