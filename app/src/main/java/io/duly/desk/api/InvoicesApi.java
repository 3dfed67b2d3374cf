package io.duly.desk.api;

import static io.duly.database.jooq.ledger.Tables.INVOICE;

import io.duly.account.InvoiceOwed;
import io.duly.account.Statements;
import io.duly.cases.DisputeOutcome;
import io.duly.cases.ReasonCategory;
import io.duly.corrections.Contesting.Contest;
import io.duly.corrections.Contesting.Reason;
import io.duly.corrections.Contesting.Receipt;
import io.duly.corrections.Contesting;
import io.duly.corrections.Corrected;
import io.duly.corrections.Correction;
import io.duly.corrections.Corrections;
import io.duly.corrections.Mistake;
import io.duly.desk.page.NotThere;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.InvoiceId;
import io.duly.kernel.Money;
import io.duly.ledger.Ledger;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.format.annotation.DateTimeFormat;
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

/** Invoices: what is open of one, what is contested, and where we were wrong. */
@RestController
@RequestMapping("/api/v1/invoices")
@Tag(name = "Invoices")
class InvoicesApi {
  private final Scope scope;
  private final Changing changing;
  private final Statements statements;
  private final Ledger ledger;
  private final Contesting contesting;
  private final Corrections corrections;

  InvoicesApi(Scope scope, Changing changing, Statements statements, Ledger ledger, Contesting contesting, Corrections corrections) {
    this.scope = scope;
    this.changing = changing;
    this.statements = statements;
    this.ledger = ledger;
    this.contesting = contesting;
    this.corrections = corrections;
  }

  private record Head(InvoiceId id, DebtorId debtor, Currency currency) {}

  @Schema(name = "InvoiceAsOf", description = "An invoice as of a day")
  record InvoiceJson(
      UUID id, String number, UUID debtorId, LocalDate asOf, LocalDate issuedOn, LocalDate dueOn, long daysLate, Amount gross, Amount credited, Amount paid, Amount writtenOff, Amount open,
      Amount disputed, Optional<String> contested, Amount chargesOpen, Amount notPosted) {}

  record NewDispute(
      @Schema(description = "what is contested; absent: all that is open") Optional<@Valid NewAmount> amount, @NotBlank @Size(max = 10_000) @Schema(description = "in the debtor's words") String words,
      @NotBlank @Schema(example = "goods_missing") String category, Optional<@Size(max = 200) String> whomToAsk,
      @Schema(description = "absent: by the creditor's own times") Optional<LocalDate> answerDueOn,
      @Schema(example = "write", allowableValues = {"told", "write", "later"}, description = "how the debtor hears that we have it; absent: a person still does it") Optional<String> receipt) {}

  record NewAnswer(
      @NotBlank @Schema(example = "rejected", allowableValues = {"upheld", "rejected", "withdrawn", "settled"}) String outcome,
      @Schema(description = "what is credited where it is settled") Optional<@Valid NewAmount> credit, @Schema(example = "wrong_price") Optional<String> mistake, @NotBlank @Size(max = 10_000) String answer,
      @Schema(description = "where it is owed, in part or as a whole: the papers of the case's file that go with an explanation in writing, by hash; absent: nothing is written", example = "[]")
      Optional<@Size(max = 10) List<@NotBlank String>> explainWith) {}

  record NewCredit(
      @Schema(description = "absent: all of it") Optional<@Valid NewAmount> amount, @NotBlank @Schema(example = "wrong_price") String mistake, @NotBlank @Size(max = 10_000) String why,
      @Schema(description = "of the credit note in your books") Optional<@Size(max = 100) String> number) {}

  @Schema(description = "What a correction brought about")
  record CorrectedJson(String invoice, Optional<String> creditNote, Amount credited, Amount moved, Amount left, Amount charges, Optional<LocalDate> apologyOn) {
    static CorrectedJson of(Corrected one) {
      return new CorrectedJson(one.invoice(), one.creditNote(), Amount.of(one.credited()), Amount.of(one.moved()), Amount.of(one.left()), Amount.of(one.charges()), one.apologyOn());
    }
  }

  record Contested(UUID disputeId) {}

  @GetMapping("/{id}")
  @Needs(value = TokenScope.READ, clients = true)
  @Operation(operationId = "invoice", summary = "An invoice as of a day")
  InvoiceJson read(Call call, @PathVariable UUID id, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> asOf) {
    var day = asOf.orElse(call.today());
    return scope.reading(call.person(), scoped -> head(scoped, id).flatMap(head -> statements.invoice(scoped, head.debtor(), head.currency(), head.id(), day).map(one -> json(one, head, day))))
        .orElseThrow(NotThere::new);
  }

  @GetMapping
  @Needs(value = TokenScope.READ, clients = true)
  @Operation(operationId = "invoiceByNumber", summary = "The invoice of a number, of one creditor")
  Listing<InvoiceJson> byNumber(Call call, @RequestParam UUID creditor, @RequestParam String number) {
    return Listing.whole(scope.reading(call.person(), scoped -> ledger.find(scoped, new CreditorId(creditor), number)
        .flatMap(id -> head(scoped, id.value()))
        .flatMap(head -> statements.invoice(scoped, head.debtor(), head.currency(), head.id(), call.today()).map(one -> json(one, head, call.today())))).stream().toList());
  }

  @PostMapping(path = "/{id}/disputes", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.REASONS)
  @Operation(operationId = "contest", summary = "A part of an invoice is contested: it is neither chased nor charged, and a person has the task to answer")
  Contested dispute(Call call, @PathVariable UUID id, @RequestBody @Valid NewDispute body) {
    var category = Word.of(ReasonCategory.class, body.category(), "/category");
    var receipt = Word.of(Receipt.class, body.receipt().orElse("later"), "/receipt");
    return changing.deciding(call, scoped -> head(scoped, id), (tx, head) -> {
      var amount = body.amount().map(one -> one.in(head.currency(), "/amount")).orElseGet(() -> ledger.openBalance(tx, head.id(), call.today()).orElseGet(() -> Money.zero(head.currency())));
      var reason = new Reason(category, body.words().strip(), body.whomToAsk());
      return new Contested(
          contesting.contest(tx, new Contest(head.id(), amount, List.of(), body.words().strip(), Optional.of(reason), body.answerDueOn(), receipt), call.recorded()));
    });
  }

  @PostMapping(path = "/{id}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.REASONS)
  @Changes("/api/v1/invoices/{id}")
  @Operation(operationId = "answerDispute", summary = "Answers the open dispute of an invoice")
  Listing<CorrectedJson> answer(Call call, @PathVariable UUID id, @RequestBody @Valid NewAnswer body) {
    var outcome = Word.of(DisputeOutcome.class, body.outcome(), "/outcome");
    var mistake = Word.of(Mistake.class, body.mistake().orElse("other"), "/mistake");
    var papers = body.explainWith().map(all -> all.stream().map(one -> PaperHash.of(one, "/explainWith")).toList());
    return changing.deciding(call, scoped -> head(scoped, id), (tx, head) ->
        Listing.whole(corrections.answer(tx, head.id(), outcome, body.credit().map(one -> one.in(head.currency(), "/credit")), mistake, Optional.empty(), body.answer(), papers, call.recorded()).stream().map(CorrectedJson::of).toList()));
  }

  @PostMapping(path = "/{id}/credit-notes", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.CORRECTIONS)
  @Changes("/api/v1/invoices/{id}")
  @Operation(operationId = "credit", summary = "We were wrong: a credit note on the invoice, in full or in part, with all that follows")
  CorrectedJson credit(Call call, @PathVariable UUID id, @RequestBody @Valid NewCredit body) {
    var mistake = Word.of(Mistake.class, body.mistake(), "/mistake");
    return changing.deciding(call, scoped -> head(scoped, id), (tx, head) ->
        CorrectedJson.of(corrections.credit(tx, new Correction(head.id(), body.amount().map(one -> one.in(head.currency(), "/amount")), mistake, body.number(), body.why()), call.recorded())));
  }

  private static Optional<Head> head(DSLContext scoped, UUID id) {
    return scoped.select(INVOICE.ID, INVOICE.DEBTOR_ID, INVOICE.CURRENCY).from(INVOICE).where(INVOICE.ID.eq(id))
        .fetchOptional(row -> new Head(new InvoiceId(row.value1()), new DebtorId(row.value2()), Currency.getInstance(row.value3())));
  }

  private static InvoiceJson json(InvoiceOwed one, Head head, LocalDate day) {
    return new InvoiceJson(
        one.id().value(), one.number(), head.debtor().value(), day, one.issuedOn(), one.dueOn(), one.daysLate(day), Amount.of(one.gross()), Amount.of(one.credited()), Amount.of(one.paid()),
        Amount.of(one.writtenOff()), Amount.of(one.open()), Amount.of(one.disputed()), one.contested(), Amount.of(one.chargesOpen()), Amount.of(one.notPosted()));
  }
}
