package io.duly.desk.casefile;

import io.duly.cases.CannotRecord;
import io.duly.cases.Recorded;
import io.duly.cycle.DailyCycle;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.worklist.Tallies;
import io.duly.identity.Scope;
import io.duly.ledger.AllocationRefused;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes a case as a person asked on its page, and goes back to the page, which says what became of it. */
@Component
final class CaseChanges {
  private final Scope scope;
  private final DailyCycle cycle;
  private final Tallies tallies;
  private final Clock clock;

  CaseChanges(Scope scope, DailyCycle cycle, Tallies tallies, Clock clock) {
    this.scope = scope;
    this.cycle = cycle;
    this.tallies = tallies;
    this.clock = clock;
  }

  /** Changes what was found, with the application's rights. */
  interface Change<T> {
    void on(DSLContext tx, T found, Recorded by);
  }

  /**
   * What a person asked for.
   *
   * @param done what the page says once it is done, see {@link After}
   * @param typed what was typed, given back where it is refused
   * @param decides the case is decided again at once where the day's run is over
   */
  record Asked(long number, String done, Map<String, String> typed, boolean decides) {}

  /** Changes what was found, and says what was done: where that is known only then. */
  interface Telling<T> {
    String on(DSLContext tx, T found, Recorded by);
  }

  /** @param find looks with the person's own eyes */
  <T> String change(Reader reader, Asked asked, RedirectAttributes next, Function<DSLContext, Optional<T>> find, Change<T> change) {
    return telling(reader, asked, next, find, (tx, found, by) -> {
      change.on(tx, found, by);
      return asked.done();
    });
  }

  /** The same where only the change knows what the page is to say; what {@code asked} says of that is left aside. */
  <T> String telling(Reader reader, Asked asked, RedirectAttributes next, Function<DSLContext, Optional<T>> find, Telling<T> change) {
    var person = reader.person().orElseThrow();
    var by = Recorded.by(person.actor(), reader.today(), clock.instant());
    try {
      var done = scope.changing(person, find, (tx, found) -> change.on(tx, found, by)).orElseThrow(NotThere::new);
      if (asked.decides()) {
        cycle.again(reader.today());
      }
      tallies.changed();
      new After(done, "", Map.of()).showOn(next);
    } catch (CannotRecord | AllocationRefused refused) {
      new After("", String.valueOf(refused.getMessage()), asked.typed()).showOn(next);
    }
    return "redirect:/cases/" + asked.number();
  }
}
