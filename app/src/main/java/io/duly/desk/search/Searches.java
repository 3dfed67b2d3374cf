package io.duly.desk.search;

import io.duly.identity.Person;
import io.duly.identity.Scope;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds by words what a person may see. */
@Component
public final class Searches {
  private static final int MOST = 20;
  private static final int LONGEST = 200;

  private final Scope scope;
  private final LineSearch lines;

  Searches(Scope scope, LineSearch lines) {
    this.scope = scope;
    this.lines = lines;
  }

  /** As it is looked for: without what no text holds, and not longer than is read. */
  static String asked(String typed) {
    var words = typed.replace('\0', ' ').strip();
    return words.substring(0, Math.min(LONGEST, words.length()));
  }

  /** The first of each group, the nearest first. */
  public Results find(Person person, String typed, LocalDate today) {
    var words = asked(typed);
    boolean house = person.role().isOfTheHouse();
    return scope.reading(
        person,
        scoped ->
            new Results(
                DebtorSearch.find(scoped, words, MOST),
                InvoiceSearch.find(scoped, words, today, MOST),
                house ? lines.documents(scoped, words, MOST) : List.of(),
                house ? lines.find(scoped, words, MOST) : List.of()));
  }
}
