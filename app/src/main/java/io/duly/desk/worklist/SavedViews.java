package io.duly.desk.worklist;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.duly.cases.CannotRecord;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.kernel.IdSource;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The lists that people keep by a name: their own first, then those that others share. Read once for many pages. */
@Component
public class SavedViews {
  private static final Duration KNOWN_FOR = Duration.ofSeconds(10);
  private static final int LONGEST_NAME = 60;
  private static final int MOST = 30;
  private static final String SEEN = "select id, person_id, name, query, shared from cases.saved_view order by person_id <> ?, lower(name), id limit 60";
  private static final String SAVE =
      """
      insert into cases.saved_view (id, person_id, name, query, shared, saved_at)
      select ?, ?, ?, ?, ?, ?::timestamptz where (select count(*) from cases.saved_view where person_id = ?) < ?
      on conflict do nothing
      """;

  private final Scope scope;
  private final IdSource ids;
  private final Clock clock;
  private final Cache<UUID, List<SavedView>> known = Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(KNOWN_FOR).build();

  SavedViews(Scope scope, IdSource ids, Clock clock) {
    this.scope = scope;
    this.ids = ids;
    this.clock = clock;
  }

  public List<SavedView> of(Person person) {
    return known.get(person.uuid(), _ -> scope.reading(person, scoped -> scoped.fetch(SEEN, person.uuid()).map(row ->
        new SavedView(
            row.get("id", UUID.class), row.get("person_id", UUID.class), row.get("name", String.class), row.get("query", String.class),
            row.get("shared", Boolean.class)))));
  }

  /** @throws CannotRecord where the name is none or used already, or there are too many */
  void save(Person person, String name, String query, boolean shared) {
    var typed = named(name);
    changing(person, scoped -> Optional.of(scoped), (tx, _) -> {
      int made = tx.execute(SAVE, ids.next(), person.uuid(), typed, query, shared, clock.instant().atOffset(ZoneOffset.UTC).toString(), person.uuid(), MOST);
      require(made == 1, "A list of yours is called " + typed + " already, or you keep " + MOST + " of them; take another name, or remove one.");
      return made;
    });
  }

  /**
   * Keeps a list whose query somebody else wrote: what the worklist does not know of it is left out.
   *
   * @throws CannotRecord where the name is none or used already, or there are too many
   */
  public void keep(Person person, String name, String query, boolean shared) {
    save(person, name, View.of(ViewActions.values(query)).beginning().query(), shared);
  }

  /** @throws CannotRecord where it is not the person's, or the name is none or used already */
  public void rename(Person person, UUID id, String name, boolean shared) {
    var typed = named(name);
    own(person, id, tx -> {
      boolean used = tx.fetchOptional("select from cases.saved_view where person_id = ? and name = ? and id <> ?", person.uuid(), typed, id).isPresent();
      require(!used, "A list of yours is called " + typed + " already.");
      tx.execute("update cases.saved_view set name = ?, shared = ? where id = ?", typed, shared, id);
    });
  }

  /** @throws CannotRecord where it is not the person's */
  public void remove(Person person, UUID id) {
    own(person, id, tx -> tx.execute("delete from cases.saved_view where id = ?", id));
  }

  private interface Change {
    void on(DSLContext tx);
  }

  private void own(Person person, UUID id, Change change) {
    var found = changing(person, scoped -> scoped.fetchOptional("select id from cases.saved_view where id = ? and person_id = ?", id, person.uuid()), (tx, _) -> {
      change.on(tx);
      return id;
    });
    require(found.isPresent(), "That list is not yours; only who made it changes it.");
  }

  private <S, T> Optional<T> changing(Person person, java.util.function.Function<DSLContext, Optional<S>> find, java.util.function.BiFunction<DSLContext, S, T> change) {
    try {
      return scope.changing(person, find, change);
    } finally {
      known.invalidateAll();
    }
  }

  private static String named(String name) {
    var typed = name.strip();
    require(!typed.isEmpty() && typed.length() <= LONGEST_NAME, "Give the list a name of at most " + LONGEST_NAME + " signs.");
    return typed;
  }

  private static void require(boolean fine, String sentence) {
    if (!fine) {
      throw new CannotRecord(sentence);
    }
  }
}
