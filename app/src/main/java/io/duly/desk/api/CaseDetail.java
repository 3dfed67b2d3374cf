package io.duly.desk.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.duly.agreements.Promise;
import io.duly.agreements.PromiseOutcome;
import io.duly.agreements.TrackRecord;
import io.duly.cases.Checklist;
import io.duly.cases.Dispute;
import io.duly.cases.StatedReason;
import io.duly.cases.Task;
import io.duly.ledger.InvoiceLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A case with what belongs to it, as of today.
 *
 * @param trackRecord how many promises of the debtor came to what
 */
@Schema(description = "A case with what belongs to it")
record CaseDetail(
    @JsonUnwrapped CaseJson summary, LocalDate asOf, List<Line> invoices, Amount charges, List<DisputeJson> disputes, Optional<PromiseJson> promise, Map<String, Integer> trackRecord,
    List<TaskJson> tasks, List<Reason> reasons, List<Item> checklist) {

  @Schema(name = "InvoiceLine", description = "An invoice of the case that is open")
  record Line(UUID id, String number, LocalDate issuedOn, LocalDate dueOn, Amount gross, Amount open) {
    static Line of(InvoiceLine one) {
      return new Line(one.id().value(), one.number(), one.issuedOn(), one.dueOn(), Amount.of(one.gross()), Amount.of(one.open()));
    }
  }

  @Schema(name = "Dispute", description = "A part of an invoice that is contested")
  record DisputeJson(
      UUID id, UUID invoiceId, String invoiceNumber, Amount amount, List<String> lines, String why, LocalDate openedOn, LocalDate answerDueOn, Optional<LocalDate> closedOn,
      Optional<String> outcome, Optional<LocalDate> acknowledgeBy, Optional<LocalDate> acknowledgedOn, @Schema(example = "written") Optional<String> acknowledgedHow,
      @Schema(description = "what the debtor was told") Optional<String> answer) {
    static DisputeJson of(Dispute one) {
      return new DisputeJson(
          one.id(), one.invoice().value(), one.invoiceNumber(), Amount.of(one.amount()), one.lines(), one.why(), one.openedOn(), one.answerDueOn(), one.closedOn(),
          one.outcome().map(CaseJson::word), one.acknowledgeBy(), one.acknowledgedOn(), one.acknowledgedHow().map(CaseJson::word), one.answer());
    }
  }

  @Schema(name = "Promise", description = "A promise to pay")
  record PromiseJson(UUID id, Amount amount, LocalDate madeOn, LocalDate dueOn, Optional<String> ownWords, Optional<String> outcome) {
    static PromiseJson of(Promise one) {
      return new PromiseJson(one.id().value(), Amount.of(one.amount()), one.madeOn(), one.dueOn(), one.ownWords(), one.outcome().map(CaseJson::word));
    }
  }

  /** @param dueAt where a time of day was agreed */
  @Schema(name = "CaseTask", description = "Work for a person")
  record TaskJson(UUID id, @Schema(example = "verify") String kind, String why, LocalDate dueOn, Optional<Instant> dueAt, Optional<String> zone, Optional<UUID> assignedTo) {
    static TaskJson of(Task one) {
      return new TaskJson(
          one.id().value(), CaseJson.word(one.kind()), one.why(), one.dueOn(), one.dueAt().map(ZonedDateTime::toInstant), one.dueAt().map(at -> at.getZone().getId()),
          one.assignedTo().map(person -> person.value()));
    }
  }

  @Schema(name = "Reason", description = "Why it was not paid, in the debtor's words")
  record Reason(UUID id, @Schema(example = "goods_missing") String category, String ownWords, LocalDate statedOn, String recordedBy, Optional<String> whomToAsk, Optional<Verified> verified) {
    static Reason of(StatedReason one) {
      return new Reason(
          one.id(), CaseJson.word(one.category()), one.ownWords(), one.statedOn(), one.recordedBy(), one.whomToAsk(),
          one.verification().map(found -> new Verified(CaseJson.word(found.outcome()), found.on(), found.how(), found.impression())));
    }
  }

  @Schema(name = "Verified")
  record Verified(@Schema(example = "confirmed") String outcome, LocalDate on, String how, Optional<String> impression) {}

  @Schema(name = "ChecklistItem")
  record Item(@Schema(example = "order") String item, @Schema(example = "missing") String state, String detail, Optional<String> supplier) {
    static Item of(Checklist.Line one) {
      return new Item(one.item().word(), CaseJson.word(one.state()), one.detail(), one.supplier());
    }
  }

  static Map<String, Integer> counts(TrackRecord record) {
    return Arrays.stream(PromiseOutcome.values()).collect(Collectors.toMap(CaseJson::word, record::count));
  }
}
