package io.duly.desk.api;

import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.cases.CustomerWorth;
import io.duly.identity.TokenScope;
import io.duly.kernel.Money;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.duly.parties.Relationship;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a debtor is worth to the creditor, and who looks after them there. */
@RestController
@RequestMapping(path = "/api/v1/cases/{case}", consumes = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Debtors")
class WorthApi {
  private final Changing changing;
  private final Cases cases;
  private final CaseJournal journals;
  private final Parties parties;
  private final CustomerWorth worth;

  WorthApi(Changing changing, Cases cases, CaseJournal journals, Parties parties, CustomerWorth worth) {
    this.changing = changing;
    this.cases = cases;
    this.journals = journals;
    this.parties = parties;
    this.worth = worth;
  }

  @Schema(name = "Worth", description = "All of it: what is absent is forgotten")
  record NewWorth(
      @Schema(description = "what they buy in a year, in the creditor's currency") Optional<@Valid NewAmount> yearlyValue, @Schema(example = "2016-08-01") Optional<LocalDate> customerSince,
      @Schema(example = "Max Miller") Optional<@Size(max = 200) String> accountManager,
      @Schema(description = "is told what happens to the debt", example = "max.miller@creditor.example") Optional<@Email @Size(max = 320) String> accountManagerEmail) {}

  @PostMapping("/worth")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.IMPORT)
  @Changes("/api/v1/cases/{case}/worth")
  @Operation(operationId = "changeWorth", summary = "What the debtor is worth as a customer, and who looks after them; for managers and administrators")
  void change(Call call, @PathVariable("case") String named, @RequestBody @Valid NewWorth body) {
    changing.deciding(call, scoped -> cases.find(scoped, named), (tx, id) -> {
      var currency = currency(tx, journals.head(tx, id).creditor());
      var value = body.yearlyValue().map(amount -> amount.in(currency, "/yearlyValue")).map(Money::minor);
      worth.change(tx, id, new Relationship(value, body.customerSince(), said(body.accountManager()), said(body.accountManagerEmail())), currency, call.recorded());
      return true;
    });
  }

  private Currency currency(DSLContext tx, io.duly.kernel.CreditorId creditor) {
    return parties.creditors(tx).stream().filter(one -> one.id().equals(creditor)).map(Creditor::currency).findFirst().orElseThrow();
  }

  private static Optional<String> said(Optional<String> text) {
    return text.map(String::strip).filter(one -> !one.isEmpty());
  }
}
