package io.duly.desk.worklist;

import io.duly.desk.claim.Colleagues;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class WorklistPage {
  private static final int LINES = 50;

  private final Pages pages;
  private final Scope scope;
  private final WorkLines lines;
  private final LineFacts facts;
  private final Tallies tallies;
  private final Parties parties;
  private final Colleagues colleagues;

  WorklistPage(Pages pages, Scope scope, WorkLines lines, LineFacts facts, Tallies tallies, Parties parties, Colleagues colleagues) {
    this.pages = pages;
    this.scope = scope;
    this.lines = lines;
    this.facts = facts;
    this.tallies = tallies;
    this.parties = parties;
    this.colleagues = colleagues;
  }

  @GetMapping("/")
  ResponseEntity<byte[]> worklist(
      Reader reader,
      @RequestParam Optional<String> work,
      @RequestParam Optional<UUID> creditor,
      @RequestParam Optional<String> owner,
      @RequestParam Optional<String> after) {
    var view = new View(work.flatMap(Work::of), creditor, owner.flatMap(Owned::of), after.flatMap(Position::of));
    var person = reader.person().orElseThrow();
    var shown = read(person, reader, view);
    var tally = tallies.of(person, view, reader.today());
    return pages.show("worklist/page", reader, Map.of("view", view, "shown", shown, "tally", tally, "names", names()));
  }

  /** By person. */
  private Map<UUID, String> names() {
    return colleagues.all().stream().collect(Collectors.toMap(Person::uuid, Person::name));
  }

  private Shown read(Person person, Reader reader, View view) {
    return scope.reading(person, scoped -> {
      var found = lines.read(scoped, person, view, reader.today(), LINES + 1);
      var page = found.subList(0, Math.min(LINES, found.size()));
      var more = found.size() > LINES ? Optional.of(page.getLast()) : Optional.<WorkLine>empty();
      var told = Line.sunk(facts.add(scoped, page, reader.today()));
      return new Shown(told, more.map(last -> new Position(last.place(), last.caseId())), parties.creditors(scoped));
    });
  }
}
