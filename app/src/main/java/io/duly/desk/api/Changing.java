package io.duly.desk.api;

import io.duly.cycle.DailyCycle;
import io.duly.desk.page.NotThere;
import io.duly.desk.worklist.Tallies;
import io.duly.identity.Scope;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Changes what the caller sees, as pages do: found with the person's own eyes, changed with the application's rights. */
@Component
final class Changing {
  private final Scope scope;
  private final DailyCycle cycle;
  private final Tallies tallies;

  Changing(Scope scope, DailyCycle cycle, Tallies tallies) {
    this.scope = scope;
    this.cycle = cycle;
    this.tallies = tallies;
  }

  /** @throws NotThere where nothing was found */
  <S, T> T change(Call call, Function<DSLContext, Optional<S>> find, BiFunction<DSLContext, S, T> change) {
    var changed = scope.changing(call.person(), find, change).orElseThrow(NotThere::new);
    call.afterwards().add(tallies::changed);
    return changed;
  }

  /** The same; where the day's run is over the case is decided again once the change is kept. */
  <S, T> T deciding(Call call, Function<DSLContext, Optional<S>> find, BiFunction<DSLContext, S, T> change) {
    var changed = change(call, find, change);
    call.afterwards().add(() -> cycle.again(call.today()));
    return changed;
  }
}
