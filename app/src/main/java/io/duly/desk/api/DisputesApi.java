package io.duly.desk.api;

import static io.duly.database.jooq.ledger.Tables.INVOICE;

import io.duly.cases.Disputes;
import io.duly.cases.Inquiries;
import io.duly.cases.Inquiry;
import io.duly.corrections.Contesting;
import io.duly.desk.page.NotThere;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.kernel.InvoiceId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
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

/** Our side of disputes: their days, whom we ask, and that the debtor hears from us. */
@RestController
@RequestMapping("/api/v1/invoices/{id}")
@Tag(name = "Invoices")
class DisputesApi {
  private final Scope scope;
  private final Changing changing;
  private final Disputes disputes;
  private final Inquiries inquiries;
  private final Contesting contesting;

  DisputesApi(Scope scope, Changing changing, Disputes disputes, Inquiries inquiries, Contesting contesting) {
    this.scope = scope;
    this.changing = changing;
    this.disputes = disputes;
    this.inquiries = inquiries;
    this.contesting = contesting;
  }

  @Schema(name = "Inquiry", description = "What we asked somebody who may know about a dispute")
  record InquiryJson(
      UUID id, UUID disputeId, @Schema(example = "the carrier") String whom, @Schema(example = "Were all three pallets delivered?") String question, LocalDate askedOn, String askedBy,
      LocalDate answerBy, Optional<LocalDate> answeredOn, @Schema(example = "Two were lost.") Optional<String> answer) {
    static InquiryJson of(Inquiry one) {
      return new InquiryJson(
          one.id(), one.dispute(), one.whom(), one.question(), one.askedOn(), one.askedBy(), one.answerBy(), one.answered().map(Inquiry.Answered::on),
          one.answered().map(Inquiry.Answered::words));
    }
  }

  @Schema(name = "NewInquiry")
  record NewInquiry(@NotBlank @Size(max = 200) @Schema(example = "the carrier") String whom, @NotBlank @Size(max = 1000) @Schema(example = "Were all three pallets delivered?") String question, @NotNull LocalDate answerBy) {}

  @Schema(name = "InquiryAnswer")
  record InquiryAnswer(@NotBlank @Size(max = 10_000) @Schema(example = "Two were lost.") String answer) {}

  @Schema(name = "Acknowledgement")
  record Acknowledgement(@NotNull @Schema(description = "true: they are written to; false: they were told") Boolean written) {}

  @Schema(name = "Asked")
  record Asked(UUID inquiryId) {}

  @GetMapping("/disputes")
  @Needs(value = TokenScope.READ, clients = true)
  @Operation(operationId = "disputesOfInvoice", summary = "What was and is contested on an invoice, with our days and what the debtor was told")
  Listing<CaseDetail.DisputeJson> disputes(Call call, @PathVariable UUID id) {
    return Listing.whole(scope.reading(call.person(), scoped -> find(scoped, id).map(invoice -> disputes.of(scoped, invoice))).orElseThrow(NotThere::new).stream()
        .map(CaseDetail.DisputeJson::of).toList());
  }

  @GetMapping("/inquiries")
  @Needs(TokenScope.READ)
  @Operation(operationId = "inquiries", summary = "Whom we asked about what is contested, and what they said")
  Listing<InquiryJson> inquiries(Call call, @PathVariable UUID id) {
    return Listing.whole(scope.reading(call.person(), scoped -> find(scoped, id).map(invoice -> inquiries.of(scoped, invoice))).orElseThrow(NotThere::new).stream().map(InquiryJson::of).toList());
  }

  @PostMapping(path = "/inquiries", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.REASONS)
  @Operation(operationId = "inquire", summary = "Somebody is asked about the open dispute of an invoice")
  Asked ask(Call call, @PathVariable UUID id, @RequestBody @Valid NewInquiry body) {
    return changing.deciding(call, scoped -> find(scoped, id), (tx, invoice) -> new Asked(inquiries.ask(tx, invoice, body.whom(), body.question(), body.answerBy(), call.recorded())));
  }

  @PostMapping(path = "/inquiries/{inquiry}/answer", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.REASONS)
  @Changes("/api/v1/invoices/{id}/inquiries")
  @Operation(operationId = "answerInquiry", summary = "What they said")
  Listing<InquiryJson> answered(Call call, @PathVariable UUID id, @PathVariable UUID inquiry, @RequestBody @Valid InquiryAnswer body) {
    return changing.deciding(call, scoped -> find(scoped, id).filter(invoice -> inquiries.of(scoped, invoice).stream().anyMatch(one -> one.id().equals(inquiry))), (tx, invoice) -> {
      inquiries.answered(tx, inquiry, body.answer(), call.recorded());
      return Listing.whole(inquiries.of(tx, invoice).stream().map(InquiryJson::of).toList());
    });
  }

  @PostMapping(path = "/acknowledgement", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.REASONS)
  @Changes("/api/v1/invoices/{id}/disputes")
  @Operation(operationId = "acknowledgeDispute", summary = "The debtor hears that we have what it contests, and by when we answer")
  Listing<CaseDetail.DisputeJson> acknowledge(Call call, @PathVariable UUID id, @RequestBody @Valid Acknowledgement body) {
    return changing.deciding(call, scoped -> find(scoped, id), (tx, invoice) -> {
      contesting.acknowledge(tx, invoice, body.written(), call.recorded());
      return Listing.whole(disputes.of(tx, invoice).stream().map(CaseDetail.DisputeJson::of).toList());
    });
  }

  private static Optional<InvoiceId> find(DSLContext scoped, UUID id) {
    return scoped.select(INVOICE.ID).from(INVOICE).where(INVOICE.ID.eq(id)).fetchOptional(row -> new InvoiceId(row.value1()));
  }
}
