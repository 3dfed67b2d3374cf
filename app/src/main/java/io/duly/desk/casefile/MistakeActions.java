package io.duly.desk.casefile;

import static io.duly.database.jooq.cases.Tables.REASON;

import io.duly.cases.Reasons;
import io.duly.cases.StatedReason.Outcome;
import io.duly.corrections.Duplicates;
import io.duly.desk.page.Reader;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** On the page of a case: whether we were wrong, and what came out when the debtor's reason was checked. */
@Controller
@RequestMapping("/cases/{number}")
class MistakeActions {
  private final CaseChanges changes;
  private final Duplicates duplicates;
  private final Reasons reasons;

  MistakeActions(CaseChanges changes, Duplicates duplicates, Reasons reasons) {
    this.changes = changes;
    this.duplicates = duplicates;
    this.reasons = reasons;
  }

  @PostMapping("/duplicates/{id}/decision")
  String decide(
      Reader reader, @PathVariable long number, @PathVariable UUID id, @RequestParam boolean duplicate, @RequestParam String why, RedirectAttributes next) {
    Function<DSLContext, Optional<DuplicateDecision>> find =
        scoped ->
            Headlines.find(scoped, number)
                .flatMap(head -> duplicates.the(scoped, id).filter(one -> one.debtorId().equals(head.debtor())))
                .map(one -> new DuplicateDecision(one, duplicate, why));
    return change(reader, number, duplicate ? "duplicate" : "two-invoices", next, find, (tx, decision, by) -> decision.take(duplicates, tx, by));
  }

  @PostMapping("/reasons/{id}/verification")
  String verify(
      Reader reader,
      @PathVariable long number,
      @PathVariable UUID id,
      @RequestParam Outcome outcome,
      @RequestParam String how,
      @RequestParam(defaultValue = "") String impression,
      RedirectAttributes next) {
    var own = Optional.of(impression.strip()).filter(text -> !text.isEmpty());
    Function<DSLContext, Optional<Headline>> find =
        scoped ->
            Headlines.find(scoped, number)
                .filter(head -> scoped.fetchExists(REASON, REASON.ID.eq(id).and(REASON.CASE_ID.eq(head.id().value()))));
    return change(reader, number, "verified", next, find, (tx, _, by) -> reasons.verify(tx, id, outcome, how.strip(), own, by));
  }

  private <T> String change(
      Reader reader, long number, String done, RedirectAttributes next, Function<DSLContext, Optional<T>> find, CaseChanges.Change<T> change) {
    return changes.change(reader, new CaseChanges.Asked(number, done, Map.of(), true), next, find, change);
  }
}
