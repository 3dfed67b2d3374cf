package io.duly.desk.casefile;

import static io.duly.database.jooq.cases.Tables.REASON;

import io.duly.cases.CannotRecord;
import io.duly.cases.Reasons;
import io.duly.cases.Recorded;
import io.duly.cases.StatedReason.Outcome;
import io.duly.corrections.Duplicates;
import io.duly.cycle.DailyCycle;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.worklist.Tallies;
import io.duly.identity.Scope;
import io.duly.ledger.AllocationRefused;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
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
  private final Scope scope;
  private final Duplicates duplicates;
  private final Reasons reasons;
  private final DailyCycle cycle;
  private final Tallies tallies;
  private final Clock clock;

  MistakeActions(Scope scope, Duplicates duplicates, Reasons reasons, DailyCycle cycle, Tallies tallies, Clock clock) {
    this.scope = scope;
    this.duplicates = duplicates;
    this.reasons = reasons;
    this.cycle = cycle;
    this.tallies = tallies;
    this.clock = clock;
  }

  @PostMapping("/duplicates/{id}/decision")
  String decide(
      Reader reader, @PathVariable long number, @PathVariable UUID id, @RequestParam boolean duplicate, @RequestParam String why, RedirectAttributes next) {
    Function<DSLContext, Optional<DuplicateDecision>> find =
        scoped ->
            Headlines.find(scoped, number)
                .flatMap(head -> duplicates.the(scoped, id).filter(one -> one.debtorId().equals(head.debtor())))
                .map(one -> new DuplicateDecision(one, duplicate, why));
    return change(reader, number, duplicate ? "duplicate" : "two-invoices", next, find, (tx, decision) -> decision.take(duplicates, tx, by(reader)));
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
    return change(reader, number, "verified", next, find, (tx, _) -> reasons.verify(tx, id, outcome, how.strip(), own, by(reader)));
  }

  private Recorded by(Reader reader) {
    return Recorded.by(reader.person().orElseThrow().actor(), reader.today(), clock.instant());
  }

  private <T> String change(
      Reader reader, long number, String done, RedirectAttributes next, Function<DSLContext, Optional<T>> find, BiConsumer<DSLContext, T> change) {
    try {
      var changed = scope.changing(reader.person().orElseThrow(), find, (tx, found) -> {
        change.accept(tx, found);
        return found;
      });
      if (changed.isEmpty()) {
        throw new NotThere();
      }
      cycle.again(reader.today());
      tallies.changed();
      new After(done, "", Map.of()).showOn(next);
    } catch (CannotRecord | AllocationRefused refused) {
      new After("", String.valueOf(refused.getMessage()), Map.of()).showOn(next);
    }
    return "redirect:/cases/" + number;
  }
}
