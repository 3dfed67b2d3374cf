package io.duly.desk.outbox;

import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The messages that wait, need somebody, or have left. */
@Controller
public final class OutboxPage {
  private static final int LINES = 50;

  private final Pages pages;
  private final Scope scope;
  private final Parties parties;
  private final LetterShelf letters;

  OutboxPage(Pages pages, Scope scope, Parties parties, LetterShelf letters) {
    this.pages = pages;
    this.scope = scope;
    this.parties = parties;
    this.letters = letters;
  }

  /**
   * A page of the outbox.
   *
   * @param more where the next page begins, where there is one
   * @param counts of each shelf, as far as they are counted
   * @param creditors those within the person's scope
   * @param batches of letters; empty on other shelves
   */
  public record Shown(List<OutboxLine> lines, Optional<Place> more, Map<Shelf, Integer> counts, List<Creditor> creditors, List<LetterShelf.Batches> batches) {
    public boolean isCountedOut(Shelf shelf) {
      return counts.getOrDefault(shelf, 0) < OutboxLines.COUNTED;
    }
  }

  @GetMapping("/outbox")
  ResponseEntity<byte[]> outbox(
      Reader reader, Model flash, @RequestParam(defaultValue = "waiting") String show, @RequestParam Optional<UUID> creditor, @RequestParam Optional<String> after) {
    var view = new View(Shelf.of(show).orElse(Shelf.WAITING), creditor, after.flatMap(Place::of));
    var person = reader.person().orElseThrow();
    var shown = scope.reading(person, scoped -> read(scoped, view));
    return pages.show("outbox/page", reader, Map.of("view", view, "shown", shown, "said", Told.on(flash), "may", person.role().mayChange()));
  }

  private Shown read(DSLContext scoped, View view) {
    var found = OutboxLines.read(scoped, view, LINES + 1);
    var page = found.subList(0, Math.min(LINES, found.size()));
    var more = found.size() > LINES ? Optional.of(page.getLast()) : Optional.<OutboxLine>empty();
    var creditors = parties.creditors(scoped);
    return new Shown(
        page, more.map(last -> new Place(last.on(), last.id().value())), OutboxLines.counts(scoped, view.creditor()), creditors,
        view.shelf() == Shelf.LETTERS ? letters.of(scoped, creditors) : List.of());
  }
}
