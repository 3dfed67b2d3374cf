package io.duly.desk.api;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.desk.page.NotThere;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.payments.PaymentLink;
import io.duly.payments.PaymentLinks;
import io.duly.payments.ProviderFailed;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
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

/** Links by which the debtor can pay online. */
@RestController
@RequestMapping("/api/v1/cases/{case}/payment-links")
@Tag(name = "Payments")
class PaymentLinksApi {
  private final Scope scope;
  private final Changing changing;
  private final Cases cases;
  private final CaseJournal journals;
  private final PaymentLinks links;

  PaymentLinksApi(Scope scope, Changing changing, Cases cases, CaseJournal journals, PaymentLinks links) {
    this.scope = scope;
    this.changing = changing;
    this.cases = cases;
    this.journals = journals;
    this.links = links;
  }

  @Schema(name = "PaymentLink")
  record LinkJson(
      UUID id, Amount amount, @Schema(description = "how it stands", example = "open", allowableValues = {"new", "open", "paid", "over", "refunded", "contested", "lost"}) String state,
      @Schema(description = "where it is paid, while it can be", example = "https://pay.example/l/8f2c") Optional<String> address, LocalDate madeOn, Instant expiresAt,
      @Schema(description = "who takes the payment", example = "acme") String provider, Optional<Instant> paidAt, @Schema(description = "of it what went back to the payer") Optional<Amount> refunded) {
    static LinkJson of(PaymentLink one) {
      boolean open = one.state() == PaymentLink.State.OPEN;
      return new LinkJson(
          one.id(), Amount.of(one.amount()), one.word(), one.page().map(PaymentLink.Page::address).filter(_ -> open), one.madeOn(), one.expiresAt(), one.provider(),
          one.paid().map(PaymentLink.Payment::at), one.paid().map(PaymentLink.Payment::refunded).filter(amount -> amount.isPositive()).map(Amount::of));
    }
  }

  record Linked(List<LinkJson> links) {}

  @Schema(name = "NewPaymentLink")
  record NewLink(@Schema(description = "absent: all that is asked for") Optional<@Valid NewAmount> amount) {}

  @Schema(name = "NewRefund")
  record NewRefund(
      @NotNull @Valid NewAmount amount,
      @NotNull @Schema(description = "made up by the caller: under the same one the money is sent back once", example = "0198f2c4-6d9b-7c21-9a4e-3f1b2c5d6e7f") UUID key) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "listPaymentLinks", summary = "The links of a case by which the debtor can pay online, the latest first")
  Linked list(Call call, @PathVariable("case") String named) {
    return scope.reading(call.person(), scoped -> cases.find(scoped, named).map(id -> new Linked(links.of(scoped, id).stream().map(LinkJson::of).toList()))).orElseThrow(NotThere::new);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.PROMISES)
  @Operation(operationId = "makePaymentLink", summary = "A link to pay online; asked for again with the same amount it is the same link")
  LinkJson make(Call call, @PathVariable("case") String named, @RequestBody @Valid NewLink body) {
    var prepared = changing.change(call, scoped -> cases.find(scoped, named), (tx, id) -> {
      var currency = journals.head(tx, id).currency();
      return links.prepare(tx, id, body.amount().map(amount -> amount.in(currency, "/amount")).orElseGet(() -> links.asked(tx, id, call.recorded())), call.recorded());
    });
    return asked(() -> LinkJson.of(links.offered(prepared, Optional.empty())));
  }

  @PostMapping(path = "/{link}/refund", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Needs(TokenScope.PAYMENTS)
  @Operation(operationId = "refundPayment", summary = "Asks the provider to send money back to the payer; the books follow when it tells that it went")
  LinkJson refund(Call call, @PathVariable("case") String named, @PathVariable UUID link, @RequestBody @Valid NewRefund body) {
    var found = changing.change(call, scoped -> cases.find(scoped, named).flatMap(id -> links.of(scoped, id).stream().filter(one -> one.id().equals(link)).findFirst()), (_, one) -> one);
    return asked(() -> {
      links.refund(found, body.amount().in(found.amount().currency(), "/amount"), body.key());
      return LinkJson.of(found);
    });
  }

  private static LinkJson asked(java.util.function.Supplier<LinkJson> provider) {
    try {
      return provider.get();
    } catch (ProviderFailed failed) {
      throw new CannotRecord(String.valueOf(failed.getMessage()));
    }
  }
}
