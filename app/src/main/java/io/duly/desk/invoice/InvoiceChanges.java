package io.duly.desk.invoice;

import io.duly.cases.CannotRecord;
import io.duly.cases.Recorded;
import io.duly.cycle.DailyCycle;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.desk.worklist.Tallies;
import io.duly.identity.Scope;
import io.duly.ledger.AllocationRefused;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes what is shown of an invoice as a person asked on its page, and goes back to the page, which says what became of it. */
@Component
final class InvoiceChanges {
  private final Scope scope;
  private final DailyCycle cycle;
  private final Tallies tallies;
  private final Clock clock;

  InvoiceChanges(Scope scope, DailyCycle cycle, Tallies tallies, Clock clock) {
    this.scope = scope;
    this.cycle = cycle;
    this.tallies = tallies;
    this.clock = clock;
  }

  /** Changes an invoice with the application's rights. */
  interface Change<T> {
    void on(DSLContext tx, T found, Recorded by);
  }

  /** The invoice itself, as far as the person may see it. */
  static Function<DSLContext, Optional<InvoiceHead>> find(UUID id) {
    return scoped -> InvoiceHead.find(scoped, id);
  }

  /**
   * @param done what the page says once it is done
   * @param find looks with the person's own eyes
   */
  <T> String change(
      Reader reader, UUID id, String done, RedirectAttributes next, Function<DSLContext, Optional<T>> find, Change<T> change) {
    var person = reader.person().orElseThrow();
    var by = Recorded.by(person.actor(), reader.today(), clock.instant());
    try {
      var changed = scope.changing(person, find, (tx, found) -> {
        change.on(tx, found, by);
        return found;
      });
      if (changed.isEmpty()) {
        throw new NotThere();
      }
      cycle.again(reader.today());
      tallies.changed();
      Told.done("done." + done).showOn(next);
    } catch (CannotRecord | AllocationRefused refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
    }
    return "redirect:/invoices/" + id;
  }
}
