package io.duly.desk.intake;

import io.duly.banking.SavedBankMaps;
import io.duly.desk.page.NotThere;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.intake.SavedMaps;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The maps that are kept, of lists and of banks' lists. */
@Component
public final class KeptMaps {
  private static final String YAML = "select yaml from intake.saved_map where id = ? union all select yaml from banking.csv_map where id = ?";

  private final Scope scope;
  private final SavedMaps lists;
  private final SavedBankMaps banks;

  KeptMaps(Scope scope, SavedMaps lists, SavedBankMaps banks) {
    this.scope = scope;
    this.lists = lists;
    this.banks = banks;
  }

  /** A map with its text. */
  public record Kept(SavedMapLine line, String yaml) {}

  public List<SavedMapLine> all(Person person) {
    return scope.reading(person, SavedMapLine::all);
  }

  public Optional<Kept> find(Person person, UUID id) {
    return scope.reading(person, scoped -> line(scoped, id).map(one -> new Kept(one, scoped.fetchSingle(YAML, id, id).get(0, String.class))));
  }

  /**
   * Files with its columns are read as they show themselves again.
   *
   * @return its name
   * @throws NotThere where the person sees none of that id
   */
  public String remove(Person person, UUID id) {
    return scope.importing(person, scoped -> line(scoped, id), this::removed).orElseThrow(NotThere::new);
  }

  private String removed(DSLContext tx, SavedMapLine map) {
    if (map.bank()) {
      banks.remove(tx, map.id());
    } else {
      lists.remove(tx, map.id());
    }
    return map.name();
  }

  private static Optional<SavedMapLine> line(DSLContext scoped, UUID id) {
    return SavedMapLine.all(scoped).stream().filter(map -> map.id().equals(id)).findFirst();
  }
}
