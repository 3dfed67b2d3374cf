package io.duly.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.duly.agreements.Promise;
import io.duly.agreements.PromiseOutcome;
import io.duly.cases.Checklist;
import io.duly.cases.Dispute;
import io.duly.cases.StatedReason;
import io.duly.cases.Task;
import io.duly.ledger.InvoiceLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What {@code case show --json} prints: the case, and what belongs to it. Amounts are in the case's currency. */
record CaseShownJson(
    @JsonUnwrapped CaseJson summary,
    List<Line> invoices,
    List<Contested> disputes,
    Optional<Promised> promise,
    Map<String, Integer> trackRecord,
    List<Work> tasks,
    List<Stated> statedReasons,
    List<Item> checklist) {

  record Line(String number, LocalDate issuedOn, LocalDate dueOn, String gross, String open, String disputed, Optional<String> paymentReference) {}

  record Contested(String id, String invoice, String amount, String why, LocalDate openedOn, LocalDate answerDueOn) {}

  record Promised(String id, String amount, LocalDate madeOn, LocalDate dueOn) {}

  /**
   * @param dueAt where a time of day was agreed
   * @param zone the zone in which it was agreed
   */
  record Work(String id, String kind, String why, LocalDate dueOn, Optional<Instant> dueAt, Optional<String> zone) {}

  record Stated(String category, String ownWords, LocalDate statedOn, Optional<String> outcome, Optional<String> how) {}

  record Item(String item, String state, String detail, Optional<String> supplier) {}

  static CaseShownJson of(CaseShown shown) {
    return new CaseShownJson(
        CaseJson.of(shown.view(), shown.reasons()),
        shown.open().stream().map(line -> line(shown, line)).toList(),
        shown.disputes().stream().map(CaseShownJson::contested).toList(),
        shown.promise().map(CaseShownJson::promised),
        trackRecord(shown),
        shown.tasks().stream().map(CaseShownJson::work).toList(),
        shown.stated().stream().map(CaseShownJson::stated).toList(),
        shown.checklist().lines().stream().map(CaseShownJson::item).toList());
  }

  private static Line line(CaseShown shown, InvoiceLine line) {
    var disputed = shown.disputed(line.id(), line.open());
    return new Line(
        line.number(), line.issuedOn(), line.dueOn(), line.gross().plain(), line.open().plain(), disputed.plain(),
        Optional.ofNullable(shown.references().get(line.id())));
  }

  private static Contested contested(Dispute dispute) {
    return new Contested(
        dispute.id().toString(),
        dispute.invoiceNumber(),
        dispute.amount().plain(),
        dispute.why(),
        dispute.openedOn(),
        dispute.answerDueOn());
  }

  private static Promised promised(Promise promise) {
    return new Promised(promise.id().toString(), promise.amount().plain(), promise.madeOn(), promise.dueOn());
  }

  private static Map<String, Integer> trackRecord(CaseShown shown) {
    var counts = new LinkedHashMap<String, Integer>();
    for (var outcome : PromiseOutcome.values()) {
      counts.put(CaseJson.word(outcome), shown.trackRecord().count(outcome));
    }
    return counts;
  }

  private static Work work(Task task) {
    return new Work(task.id().toString(), CaseJson.word(task.kind()), task.why(), task.dueOn(),
        task.dueAt().map(ZonedDateTime::toInstant), task.dueAt().map(at -> at.getZone().getId()));
  }

  private static Stated stated(StatedReason reason) {
    return new Stated(
        CaseJson.word(reason.category()),
        reason.ownWords(),
        reason.statedOn(),
        reason.verification().map(verification -> CaseJson.word(verification.outcome())),
        reason.verification().map(StatedReason.Verification::how));
  }

  private static Item item(Checklist.Line line) {
    return new Item(line.item().word(), CaseJson.word(line.state()), line.detail(), line.supplier());
  }
}
