package io.duly.desk.api;

import io.duly.banking.cash.Allotment;
import io.duly.banking.cash.CashMatching;
import io.duly.banking.cash.Waiting;
import io.duly.desk.bank.EntrySheet;
import io.duly.desk.page.NotThere;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import io.duly.kernel.PostingId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Money that waits to be allocated, and what a person decides about it. */
@RestController
@RequestMapping("/api/v1/payments")
@Tag(name = "Payments")
class PaymentsApi {
  private static final String PROPOSAL = "select entry_id from banking.proposal where id = ?";
  private static final String READ = "select entry_id, kind, score, state from banking.proposal where id = ?";
  private static final String ENTRY = "select currency from banking.entry where id = ? and receipt_id is not null";

  private final Scope scope;
  private final Changing changing;
  private final CashMatching cash;

  PaymentsApi(Scope scope, Changing changing, CashMatching cash) {
    this.scope = scope;
    this.changing = changing;
    this.cash = cash;
  }

  @Schema(name = "WaitingPayment", description = "Money that waits to be allocated")
  record WaitingJson(
      UUID entryId, String creditor, LocalDate day, Amount left, Optional<String> payer, String text, @Schema(example = "likely") String result,
      @Schema(description = "debtors whose it could be; nobody contacts them") List<String> candidates, List<Offer> proposals) {
    static WaitingJson of(Waiting one) {
      return new WaitingJson(
          one.entry(), one.creditor(), one.day(), Amount.of(one.left()), one.payer(), one.text(), one.result(), one.candidates(),
          one.offers().stream().map(Offer::of).toList());
    }
  }

  @Schema(name = "Proposal", description = "What a person may accept")
  record Offer(UUID id, int rank, String kind, int score, String why, List<Part> parts) {
    static Offer of(Waiting.Offer one) {
      return new Offer(one.proposal(), one.rank(), one.kind(), one.score(), one.why(), one.parts().stream().map(part -> new Part(part.invoice(), part.debtor(), Amount.of(part.amount()))).toList());
    }
  }

  @Schema(name = "ProposalPart")
  record Part(String invoice, String debtor, Amount amount) {}

  record ToInvoice(@NotBlank @Schema(description = "number of the invoice") String invoice, @NotNull @Valid NewAmount amount) {}

  record NewAllocation(@NotEmpty @Size(max = 500) List<@Valid ToInvoice> parts) {}

  record WhyAside(@NotBlank @Size(max = 1000) String why) {}

  @GetMapping("/waiting")
  @Needs(TokenScope.READ)
  @Operation(operationId = "waitingPayments", summary = "Payments that wait, with what they probably pay, the latest first")
  Listing<WaitingJson> waiting(Call call, @RequestParam Optional<String> cursor, @RequestParam(defaultValue = "50") @Min(1) @Max(Listing.MOST) int limit) {
    var after = Cursor.read(cursor, "waiting payments", Waiting.Place::of);
    return Listing.cut(scope.reading(call.person(), scoped -> cash.waiting(scoped, after, limit + 1)), limit, "waiting payments", one -> one.place().toString()).map(WaitingJson::of);
  }

  @Schema(name = "ProposalState", description = "A proposal, and the payment that it is of")
  record ProposalJson(UUID id, @Schema(example = "amount") String kind, int score, @Schema(example = "open", allowableValues = {"open", "accepted", "declined", "superseded"}) String state, EntryJson payment) {}

  @GetMapping("/proposals/{id}")
  @Needs(TokenScope.READ)
  @Operation(operationId = "proposal", summary = "What somebody may accept or decline, and the payment as it is now")
  ProposalJson proposal(Call call, @PathVariable UUID id) {
    return scope.reading(call.person(), scoped -> scoped.fetchOptional(READ, id).flatMap(row -> EntrySheet.find(scoped, row.get("entry_id", UUID.class)).map(sheet ->
        new ProposalJson(id, row.get("kind", String.class), row.get("score", Integer.class), row.get("state", String.class), EntryJson.of(sheet))))).orElseThrow(NotThere::new);
  }

  @PostMapping("/proposals/{id}/acceptance")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.PAYMENTS)
  @Changes("/api/v1/payments/proposals/{id}")
  @Operation(operationId = "acceptProposal", summary = "Allocates the money as proposed")
  void accept(Call call, @PathVariable UUID id) {
    decide(call, PROPOSAL, id, _ -> cash.accept(id, call.recorded()));
  }

  @PostMapping("/proposals/{id}/declining")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.PAYMENTS)
  @Changes("/api/v1/payments/proposals/{id}")
  @Operation(operationId = "declineProposal", summary = "It is not that")
  void decline(Call call, @PathVariable UUID id) {
    decide(call, PROPOSAL, id, _ -> cash.decline(id, call.recorded()));
  }

  @PostMapping(path = "/entries/{id}/allocation", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.PAYMENTS)
  @Changes("/api/v1/payments/entries/{id}")
  @Operation(operationId = "allocate", summary = "Sets the money against invoices by hand")
  void allocate(Call call, @PathVariable UUID id, @RequestBody @Valid NewAllocation body) {
    decide(call, ENTRY, id, currency -> cash.allocate(
        id, body.parts().stream().map(part -> new Allotment(part.invoice(), Optional.of(part.amount().in(java.util.Currency.getInstance(currency), "/parts")))).toList(), call.recorded()));
  }

  @PostMapping(path = "/entries/{id}/setting-aside", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.PAYMENTS)
  @Changes("/api/v1/payments/entries/{id}")
  @Operation(operationId = "setAside", summary = "It is no debtor's")
  void setAside(Call call, @PathVariable UUID id, @RequestBody @Valid WhyAside body) {
    decide(call, ENTRY, id, _ -> cash.setAside(id, body.why().strip(), call.recorded()));
  }

  @Schema(name = "Payment", description = "A payment as the bank told it, and where its money went")
  record EntryJson(UUID id, String creditor, LocalDate day, Amount amount, Amount left, Optional<String> payer, String text, List<WentTo> allocations) {
    static EntryJson of(EntrySheet one) {
      return new EntryJson(
          one.id(), one.creditor(), one.day(), Amount.ofMinor(one.amount(), one.currency()), Amount.ofMinor(one.left(), one.currency()), one.payer(), one.text(),
          one.gone().stream().map(part -> new WentTo(part.allocation(), part.invoice(), part.debtor(), Amount.ofMinor(part.amount(), one.currency()), part.on())).toList());
    }
  }

  @Schema(name = "Allocation")
  record WentTo(UUID id, String invoice, String debtor, Amount amount, LocalDate on) {}

  record WhyReversed(@NotBlank @Size(max = 1000) @Schema(example = "It was another customer of the same name.") String why) {}

  @GetMapping("/entries/{id}")
  @Needs(TokenScope.READ)
  @Operation(operationId = "payment", summary = "A payment, and where its money went")
  EntryJson entry(Call call, @PathVariable UUID id) {
    return scope.reading(call.person(), scoped -> EntrySheet.find(scoped, id)).map(EntryJson::of).orElseThrow(NotThere::new);
  }

  @PostMapping(path = "/entries/{id}/allocations/{allocation}/reversal", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.PAYMENTS)
  @Changes("/api/v1/payments/entries/{id}")
  @Operation(operationId = "reverseAllocation", summary = "Takes an allocation back: the money waits again, the invoice is open again")
  void reverse(Call call, @PathVariable UUID id, @PathVariable UUID allocation, @RequestBody @Valid WhyReversed body) {
    changing.deciding(call, scoped -> EntrySheet.find(scoped, id).filter(sheet -> sheet.gone().stream().anyMatch(part -> part.allocation().equals(allocation))), (_, _) -> {
      cash.reverse(new PostingId(allocation), body.why().strip(), call.recorded());
      return true;
    });
  }

  /** Looks with the person's own eyes, and changes only what they see. */
  private void decide(Call call, String visible, UUID id, Consumer<String> action) {
    changing.deciding(call, scoped -> scoped.fetchOptional(visible, id).map(row -> String.valueOf(row.get(0))), (_, found) -> {
      action.accept(found);
      return true;
    });
  }
}
