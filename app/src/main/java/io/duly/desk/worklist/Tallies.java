package io.duly.desk.worklist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the tallies of the worklists that people look at. What is quick to count is counted each time it has changed;
 * what takes long is counted beside the pages, and they show the last count until the next is there.
 */
@Component
public final class Tallies {
  private static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);
  private static final int KEPT = 500;

  private final Scope scope;
  private final Cache<Whose, KeptTally> kept =
      Caffeine.newBuilder().maximumSize(KEPT).expireAfterAccess(FORGOTTEN_AFTER).build();

  Tallies(Scope scope) {
    this.scope = scope;
  }

  private record Whose(@Nullable List<UUID> scope, Optional<UUID> creditor, Optional<Owned> owned, Optional<UUID> owner, LocalDate day) {}

  /** The tally of the worklist of a person; empty while a long count has not ended for the first time. */
  Optional<Tally> of(Person person, View view, LocalDate today) {
    var whose = new Whose(person.scope(), view.creditor(), view.owned(), view.owned().filter(Owned.MINE::equals).map(_ -> person.uuid()), today);
    return kept.get(whose, _ -> new KeptTally(() -> count(person, view, today))).now();
  }

  /** Something was done that changes what is to do. */
  public void changed() {
    kept.asMap().values().forEach(KeptTally::age);
  }

  private Tally count(Person person, View view, LocalDate today) {
    return scope.reading(person, scoped -> TallyQuery.read(scoped, person, view, today));
  }
}
