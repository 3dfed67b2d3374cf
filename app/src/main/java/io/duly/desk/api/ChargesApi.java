package io.duly.desk.api;

import io.duly.cases.Cases;
import io.duly.charging.Charging;
import io.duly.charging.CourtCosts;
import io.duly.desk.page.NotThere;
import io.duly.identity.MayNotChange;
import io.duly.identity.TokenScope;
import io.duly.kernel.CaseId;
import io.duly.kernel.Money;
import io.duly.ledger.ChargeBook;
import io.duly.ledger.ChargeLine;
import io.duly.kernel.ChargeId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Charges of a case: posted, given up, taken out; the statement shows them. */
@RestController
@RequestMapping("/api/v1/cases/{case}")
@Tag(name = "Charges")
class ChargesApi {
  private final Changing changing;
  private final Cases cases;
  private final Charging charging;
  private final CourtCosts court;
  private final ChargeBook book;

  ChargesApi(Changing changing, Cases cases, Charging charging, CourtCosts court, ChargeBook book) {
    this.changing = changing;
    this.cases = cases;
    this.charging = charging;
    this.court = court;
    this.book = book;
  }

  @Schema(name = "PostedCharges")
  record PostedJson(@Schema(description = "how many") int charges) {}

  @Schema(name = "AmountOfCharge")
  record Of(Amount amount) {}

  record NewWaiver(@Schema(description = "absent: all that is open of it") Optional<@Valid NewAmount> amount, @NotBlank @Size(max = 1000) @Schema(example = "Goodwill after our late answer.") String why) {}

  record WhyCancelled(@NotBlank @Size(max = 1000) @Schema(example = "The reminder never arrived.") String why) {}

  record NewCourtFee(@NotBlank @Size(max = 100) @Schema(description = "which court, as in docs/charges.md", example = "uk-england-wales") String place, @NotBlank @Size(max = 1000) @Schema(example = "claim form K12X") String evidence) {}

  @PostMapping("/charges")
  @Needs(TokenScope.CHARGES)
  @Operation(operationId = "postCharges", summary = "Posts what may be charged as of today")
  PostedJson post(Call call, @PathVariable("case") String named) {
    return changing.deciding(call, ofCase(named), (tx, id) -> new PostedJson(charging.post(tx, id, call.recorded()).charges().size()));
  }

  @PostMapping(path = "/charges/{charge}/waiver", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.CHARGES)
  @Changes("/api/v1/cases/{case}/statement")
  @Operation(operationId = "waiveCharge", summary = "Gives a charge up, or a part of it; for managers and administrators")
  Of waive(Call call, @PathVariable("case") String named, @PathVariable UUID charge, @RequestBody @Valid NewWaiver body) {
    return changing.deciding(call, ofCharge(named, charge), (tx, _) -> {
      refuseUnfit(call);
      var part = body.amount().map(amount -> amount.in(currency(tx, charge, call), "/amount"));
      return new Of(Amount.of(charging.waive(tx, new ChargeId(charge), part, body.why().strip(), call.recorded())));
    });
  }

  @PostMapping(path = "/charges/{charge}/cancellation", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.CHARGES)
  @Changes("/api/v1/cases/{case}/statement")
  @Operation(operationId = "cancelCharge", summary = "It should not have been charged; for managers and administrators")
  void cancel(Call call, @PathVariable("case") String named, @PathVariable UUID charge, @RequestBody @Valid WhyCancelled body) {
    changing.deciding(call, ofCharge(named, charge), (tx, _) -> {
      refuseUnfit(call);
      charging.cancel(tx, new ChargeId(charge), body.why().strip(), call.recorded());
      return true;
    });
  }

  @PostMapping(path = "/court-fee", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.CHARGES)
  @Operation(operationId = "postCourtFee", summary = "A fee of a court, by its table")
  Of courtFee(Call call, @PathVariable("case") String named, @RequestBody @Valid NewCourtFee body) {
    return changing.deciding(call, ofCase(named), (tx, id) -> new Of(Amount.of(court.post(tx, id, body.place(), body.evidence(), call.recorded()).amount())));
  }

  /** What is owed by right is given up by those who may. */
  private static void refuseUnfit(Call call) {
    if (!call.person().role().mayLetGo()) {
      throw new MayNotChange(call.person());
    }
  }

  private Currency currency(DSLContext tx, UUID charge, Call call) {
    return book.charge(tx, new ChargeId(charge), call.today()).map(ChargeLine::open).map(Money::currency).orElseThrow(NotThere::new);
  }

  private Function<DSLContext, Optional<CaseId>> ofCase(String named) {
    return scoped -> cases.find(scoped, named);
  }

  private Function<DSLContext, Optional<CaseId>> ofCharge(String named, UUID charge) {
    return scoped -> cases.find(scoped, named).filter(id -> scoped.fetchOptional(
        "select 1 from ledger.charge g join cases.recovery_case c on c.debtor_id = g.debtor_id and c.currency = g.currency where g.id = ? and c.id = ?", charge, id.value()).isPresent());
  }
}
