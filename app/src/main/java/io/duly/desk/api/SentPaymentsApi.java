package io.duly.desk.api;

import io.duly.agreements.PaymentNotice;
import io.duly.agreements.PaymentNotices;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.desk.bargain.SentPayments;
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

/** Money that debtors say they have sent (P30). */
@RestController
@RequestMapping("/api/v1/cases/{case}/sent-payments")
@Tag(name = "Agreements")
class SentPaymentsApi {
  private final Scope scope;
  private final Changing changing;
  private final Cases cases;
  private final CaseJournal journal;
  private final PaymentNotices notices;
  private final SentPayments sent;

  SentPaymentsApi(Scope scope, Changing changing, Cases cases, CaseJournal journal, PaymentNotices notices, SentPayments sent) {
    this.scope = scope;
    this.changing = changing;
    this.cases = cases;
    this.journal = journal;
    this.notices = notices;
    this.sent = sent;
  }

  @Schema(name = "SentPayment")
  record SentJson(
      UUID id, @Schema(example = "250.00") String amount, @Schema(example = "EUR") String currency, LocalDate sentOn,
      @Schema(description = "until then nobody is reminded; then it is asked about") LocalDate awaitedUntil) {}

  @Schema(name = "SentPayments")
  record Awaited(List<SentJson> sentPayments) {}

  @Schema(name = "NewSentPayment")
  record NewSent(
      @NotNull @Valid NewAmount amount, @Schema(example = "2026-11-19") @NotNull LocalDate sentOn,
      @Schema(example = "transfer", allowableValues = {"transfer", "card", "direct_debit", "cheque", "cash"}) @NotBlank @Size(max = 20) String way,
      @Schema(description = "the debtor's own words", example = "It went out on Thursday.") Optional<@Size(max = 1000) String> ownWords) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "listSentPayments", summary = "Money that is awaited because the debtor says that it was sent")
  Awaited list(Call call, @PathVariable("case") String named) {
    return scope.reading(call.person(), scoped -> cases.find(scoped, named).map(id -> new Awaited(notices.awaited(scoped, id).stream().map(SentPaymentsApi::json).toList()))).orElseThrow(NotThere::new);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.PROMISES)
  @Operation(operationId = "addSentPayment", summary = "The debtor says that money was sent; it is awaited before they are reminded")
  SentJson add(Call call, @PathVariable("case") String named, @RequestBody @Valid NewSent body) {
    var way = Word.of(PaymentNotices.Way.class, body.way(), "/way");
    return changing.deciding(call, scoped -> cases.find(scoped, named), (tx, id) -> {
      var head = journal.head(tx, id);
      var told = new SentPayments.Told(body.amount().in(head.currency(), "/amount"), body.sentOn(), way, body.ownWords().map(String::strip).filter(one -> !one.isEmpty()));
      return json(sent.record(tx, head, told, call.recorded()));
    });
  }

  private static SentJson json(PaymentNotice one) {
    return new SentJson(one.id(), one.amount().plain(), one.amount().currency().getCurrencyCode(), one.sentOn(), one.awaitedUntil());
  }
}
