package io.duly.desk.api;

import io.duly.calls.LyingMoney;
import io.duly.calls.MoneyFirst;
import io.duly.calls.PlanLines;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.desk.page.NotThere;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
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

/** Before a call: what collectors want to say, and money that keeps it back. */
@RestController
@RequestMapping("/api/v1/cases/{case}/call-plan")
@Tag(name = "Calls")
class CallPlanApi {
  private final Scope scope;
  private final Changing changing;
  private final Cases cases;
  private final CaseJournal journals;
  private final PlanLines lines;
  private final MoneyFirst money;

  CallPlanApi(Scope scope, Changing changing, Cases cases, CaseJournal journals, PlanLines lines, MoneyFirst money) {
    this.scope = scope;
    this.changing = changing;
    this.cases = cases;
    this.journals = journals;
    this.lines = lines;
    this.money = money;
  }

  @Schema(name = "CallPlan")
  record PlanJson(List<LineJson> lines, @Schema(description = "unallocated money that somebody looks into before we call") List<MoneyJson> money) {}

  @Schema(name = "PlanLine")
  record LineJson(UUID id, String words, String by) {}

  @Schema(name = "LyingMoney")
  record MoneyJson(UUID id, @Schema(description = "it is theirs; otherwise it could be") boolean certain, Amount left, LocalDate on, Optional<String> payer) {
    static MoneyJson of(LyingMoney one) {
      return new MoneyJson(one.id(), one.certain(), Amount.of(one.left()), one.on(), one.payer());
    }
  }

  record NewLine(@NotBlank @Size(max = 500) @Schema(example = "Ask for the delivery note of the second pallet.") String words) {}

  record HowKnown(@NotBlank @Size(max = 500) @Schema(example = "The bank says it is another Brennan.") String why) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "callPlan", summary = "Lines for the next talk, and what keeps a call back")
  PlanJson read(Call call, @PathVariable("case") String named) {
    return scope.reading(call.person(), scoped -> head(scoped, named).map(head -> new PlanJson(
        lines.of(scoped, head.id()).stream().map(one -> new LineJson(one.id(), one.words(), one.by())).toList(),
        money.of(scoped, head, call.today()).stream().map(MoneyJson::of).toList()))).orElseThrow(NotThere::new);
  }

  @PostMapping(path = "/lines", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.CALLS)
  @Operation(operationId = "addPlanLine", summary = "Something to say in the next talk")
  void add(Call call, @PathVariable("case") String named, @RequestBody @Valid NewLine body) {
    changing.change(call, scoped -> head(scoped, named), (tx, head) -> {
      lines.add(tx, head, body.words(), call.recorded());
      return true;
    });
  }

  @PostMapping("/lines/{line}/strike")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.CALLS)
  @Changes("/api/v1/cases/{case}/call-plan")
  @Operation(operationId = "strikePlanLine", summary = "It need not be said any more")
  void strike(Call call, @PathVariable("case") String named, @PathVariable UUID line) {
    changing.change(call, scoped -> head(scoped, named), (tx, head) -> {
      lines.strike(tx, head.id(), line, call.recorded());
      return true;
    });
  }

  @PostMapping(path = "/money/{money}/looked", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.CALLS)
  @Changes("/api/v1/cases/{case}/call-plan")
  @Operation(operationId = "lookedIntoMoney", summary = "Somebody looked into it: it does not keep the call back")
  void looked(Call call, @PathVariable("case") String named, @PathVariable("money") UUID lying, @RequestBody @Valid HowKnown body) {
    changing.change(call, scoped -> head(scoped, named), (tx, head) -> {
      money.looked(tx, head, lying, body.why(), call.recorded());
      return true;
    });
  }

  private Optional<CaseHead> head(DSLContext scoped, String named) {
    return cases.find(scoped, named).map(id -> journals.head(scoped, id));
  }
}
