package io.duly.correspondence;

import io.duly.strategy.CaseSnapshot;
import io.duly.strategy.CaseSnapshot.HoldFacts;
import io.duly.strategy.CaseSnapshot.InvoiceFacts;
import io.duly.strategy.CaseSnapshot.PromiseFacts;
import io.duly.strategy.Channel;
import io.duly.strategy.Decision;
import io.duly.strategy.HoldKind;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The check that a message passes before it is stored (invariant 4): it looks at the facts again by itself, so that a
 * fault of the policy or of the decision is found here. Pure.
 */
public final class DraftCheck {
  private DraftCheck() {}

  /** What is wrong with sending this on {@code date}, in a sentence without names; empty where nothing is. */
  public static Optional<String> objection(Decision.Send send, CaseSnapshot facts, LocalDate date) {
    if (send.lines().isEmpty()) {
      return Optional.of("the message names no invoice");
    }
    if (send.channel() == Channel.CALL || !facts.debtor().reachable().contains(send.channel())) {
      return Optional.of("the debtor cannot or does not want to be reached by " + send.channel());
    }
    if (facts.pendingDraft().isPresent() || facts.contacts().last().filter(date::equals).isPresent()) {
      return Optional.of("there is a message or a contact already on " + date);
    }
    return notToBeContacted(facts, date).or(() -> lines(send, facts));
  }

  /** A hold for the sake of a promise is judged by the promise itself; an instalment only keeps back what its plan is about. */
  private static Optional<String> notToBeContacted(CaseSnapshot facts, LocalDate date) {
    for (HoldFacts hold : facts.holds()) {
      if (hold.kind() != HoldKind.PROMISE && hold.until().filter(date::isAfter).isEmpty()) {
        return Optional.of("a hold is in force: " + hold.kind());
      }
    }
    for (PromiseFacts promise : facts.promises()) {
      if (!promise.ofPlan() && !promise.dueOn().isBefore(date) && promise.received() < promise.amount()) {
        return Optional.of("a promise runs until " + promise.dueOn());
      }
    }
    return Optional.empty();
  }

  private static Optional<String> lines(Decision.Send send, CaseSnapshot facts) {
    Map<UUID, InvoiceFacts> invoices = new HashMap<>();
    facts.invoices().forEach(invoice -> invoices.put(invoice.id(), invoice));
    for (Decision.Line line : send.lines()) {
      InvoiceFacts invoice = invoices.get(line.invoice());
      if (invoice == null) {
        return Optional.of("it names an invoice that is not of the case: " + line.invoice());
      }
      if (line.amount() <= 0 || line.amount() > invoice.open() - invoice.disputed() - invoice.agreed()) {
        return Optional.of("it asks for more than is open, undisputed and not agreed otherwise of invoice " + line.invoice());
      }
      if (invoice.steps().stream().anyMatch(taken -> taken.step().equals(line.step()))) {
        return Optional.of("step " + line.step() + " was taken before for invoice " + line.invoice());
      }
    }
    return Optional.empty();
  }
}
