package io.duly.desk.api;

import io.duly.approvals.SettlementOffers;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.identity.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Settlements below the debt (P29). */
@RestController
@RequestMapping("/api/v1/cases/{case}/settlements")
@Tag(name = "Agreements")
class SettlementsApi {
  private final Changing changing;
  private final Cases cases;
  private final CaseJournal journals;
  private final SettlementOffers settlements;

  SettlementsApi(Changing changing, Cases cases, CaseJournal journals, SettlementOffers settlements) {
    this.changing = changing;
    this.cases = cases;
    this.journals = journals;
    this.settlements = settlements;
  }

  @Schema(name = "Settlement")
  record NewSettlement(
      @NotNull @Valid NewAmount amount, @Schema(description = "the last day on which it may come", example = "2026-12-04") @NotNull LocalDate by,
      @Schema(description = "why the whole will hardly be recovered", example = "Insolvency is near; their accountant showed the books.") @NotBlank @Size(max = 500) String why,
      @Schema(description = "how the debtor said it") Optional<@Size(max = 2000) String> ownWords) {}

  @Schema(name = "SettlementAnswer")
  record AnswerJson(@Schema(description = "it holds; else it waits for the yes of somebody whose limits reach so far") boolean agreed) {}

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.PROMISES)
  @Operation(operationId = "settle", summary = "Agrees a settlement below the debt, or puts it before somebody who may")
  AnswerJson settle(Call call, @PathVariable("case") String named, @RequestBody @Valid NewSettlement body) {
    return changing.change(call, scoped -> cases.find(scoped, named), (tx, id) -> {
      var currency = journals.head(tx, id).currency();
      var wanted = new SettlementOffers.Wanted(body.amount().in(currency, "/amount"), body.by(), body.why(), body.ownWords().map(String::strip).filter(one -> !one.isEmpty()));
      return new AnswerJson(settlements.agree(tx, id, wanted, call.person(), call.recorded()));
    });
  }
}
