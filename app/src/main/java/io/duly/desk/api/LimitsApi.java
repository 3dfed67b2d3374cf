package io.duly.desk.api;

import io.duly.agreements.BargainRules;
import io.duly.agreements.Bargainer;
import io.duly.agreements.Bargaining;
import io.duly.plans.OnMiss;
import io.duly.approvals.BargainLimits;
import io.duly.desk.page.NotThere;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.duly.plans.Authority;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far each may go when something is agreed about a creditor's debts. Each change is a version of its own. */
@RestController
@RequestMapping("/api/v1/templates/{creditor}/limits")
@Tag(name = "Agreements")
class LimitsApi {
  private static final String READ = "/api/v1/templates/{creditor}/limits";
  private static final String RATE = "[0-9]{1,3}(\\.[0-9]{1,2})?";

  private final Scope scope;
  private final Changing changing;
  private final Parties parties;
  private final Bargaining bargaining;
  private final BargainLimits limits;

  LimitsApi(Scope scope, Changing changing, Parties parties, Bargaining bargaining, BargainLimits limits) {
    this.scope = scope;
    this.changing = changing;
    this.parties = parties;
    this.bargaining = bargaining;
    this.limits = limits;
  }

  @Schema(name = "Authority", description = "How far somebody may go alone")
  record AuthorityJson(
      @Min(0) @Max(100) @Schema(description = "per cent of the debt that a plan begins with", example = "20") int leastDown,
      @Min(1) @Max(120) @Schema(description = "payments of a plan", example = "6") int mostInstalments,
      @Min(0) @Max(3660) @Schema(description = "from the day on which it is agreed to the last payment", example = "200") int longestDays,
      @Min(0) @Max(100) @Schema(description = "per cent of the debt that a settlement lets go", example = "0") int deepestDiscount) {
    static AuthorityJson of(Authority one) {
      return new AuthorityJson(one.leastDown(), one.mostInstalments(), one.longestDays(), one.deepestDiscount());
    }

    Authority authority() {
      return new Authority(leastDown, mostInstalments, longestDays, deepestDiscount);
    }
  }

  @Schema(name = "Limits")
  record LimitsJson(
      @NotNull @Valid @Schema(description = "what debtors may agree to alone") AuthorityJson debtor, @NotNull @Valid AuthorityJson collector, @NotNull @Valid AuthorityJson senior,
      @NotNull @Valid @Schema(description = "of administrators, too; nobody may go further") AuthorityJson manager,
      @NotNull @Pattern(regexp = RATE) @Schema(description = "what money costs, per cent a year", example = "8.00") String moneyCosts,
      @NotNull @Pattern(regexp = RATE) @Schema(description = "of what is outstanding while a plan runs, per cent a year; 0: none", example = "0.00") String planInterest,
      @NotNull @Schema(description = "what a missed instalment leads to", example = "one_grace", allowableValues = {"one_grace", "renegotiate", "falls_due"}) String onMiss,
      @Min(0) @Max(30) @Schema(description = "after an instalment's day", example = "3") int graceDays) {
    static LimitsJson of(BargainRules rules) {
      return new LimitsJson(
          AuthorityJson.of(rules.of(Bargainer.DEBTOR)), AuthorityJson.of(rules.of(Bargainer.COLLECTOR)), AuthorityJson.of(rules.of(Bargainer.SENIOR)),
          AuthorityJson.of(rules.of(Bargainer.MANAGER)), rules.moneyCosts().setScale(2).toPlainString(), rules.planInterest().setScale(2).toPlainString(),
          rules.onMiss().name().toLowerCase(Locale.ROOT), rules.graceDays());
    }

    BargainRules rules() {
      var all = Map.of(
          Bargainer.DEBTOR, debtor.authority(), Bargainer.COLLECTOR, collector.authority(), Bargainer.SENIOR, senior.authority(), Bargainer.MANAGER, manager.authority());
      return new BargainRules(all, new BigDecimal(moneyCosts), new BigDecimal(planInterest), Word.of(OnMiss.class, onMiss, "/onMiss"), graceDays);
    }
  }

  @Schema(name = "LimitsSaved")
  record Saved(
      @Schema(description = "in force, from 1; 0: nothing was ever set") int version,
      @Schema(description = "Limits that go further than managers could wait for a second person, who says yes or no on the desk; until then those before hold. By this id.") Optional<UUID> proposal) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "limits", summary = "How far each may go for a creditor")
  LimitsJson read(Call call, @PathVariable UUID creditor) {
    return scope.reading(call.person(), scoped -> find(scoped, creditor).map(one -> LimitsJson.of(bargaining.of(scoped, one.id())))).orElseThrow(NotThere::new);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.TEMPLATES)
  @Changes(READ)
  @Operation(operationId = "saveLimits", summary = "Puts limits in force; those that go further than managers could wait for a second person")
  Saved save(Call call, @PathVariable UUID creditor, @RequestBody @Valid LimitsJson body) {
    return changing.change(call, scoped -> find(scoped, creditor), (tx, one) -> {
      try {
        var saved = limits.save(tx, call.person(), one.id(), body.rules(), call.address());
        return new Saved(saved.version(), saved.proposal());
      } catch (IllegalArgumentException wrong) {
        throw new Refusal(ProblemType.REFUSED, String.valueOf(wrong.getMessage()));
      }
    });
  }

  private Optional<Creditor> find(DSLContext scoped, UUID creditor) {
    return parties.creditors(scoped).stream().filter(one -> one.id().value().equals(creditor)).findFirst();
  }
}
