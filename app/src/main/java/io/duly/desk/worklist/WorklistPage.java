package io.duly.desk.worklist;

import io.duly.desk.claim.Colleagues;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class WorklistPage {
  private static final int LINES = 50;
  private static final int BLOCK = 200;

  /** So much is looked through for a page, so that it costs no more on a longer list. */
  private static final int LOOKED_AT_MOST = 1000;

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
      @RequestParam Optional<String> after,
      @RequestParam Map<String, String> all) {
    var view = new View(work.flatMap(Work::of), creditor, owner.flatMap(Owned::of), Filter.of(all), after.flatMap(Position::of));
    var person = reader.person().orElseThrow();
    var shown = read(person, reader, view);
    var tally = view.filter().isNone() ? tallies.of(person, view, reader.today()) : Optional.<Tally>empty();
    return pages.show("worklist/page", reader, Map.of("view", view, "shown", shown, "tally", tally, "names", names()));
  }

  /** By person. */
  private Map<UUID, String> names() {
    return colleagues.all().stream().collect(Collectors.toMap(Person::uuid, Person::name));
  }

  private Shown read(Person person, Reader reader, View view) {
    return scope.reading(person, scoped -> view.filter().looks() ? look(scoped, person, reader, view) : page(scoped, person, reader, view));
  }

  private Shown page(DSLContext scoped, Person person, Reader reader, View view) {
    var found = lines.read(scoped, person, view, reader.today(), LINES + 1);
    var page = found.subList(0, Math.min(LINES, found.size()));
    var more = found.size() > LINES ? Optional.of(after(page.getLast())) : Optional.<Position>empty();
    return new Shown(Line.sunk(facts.add(scoped, page, reader.today())), more, page.size(), parties.creditors(scoped));
  }

  /** Looks through the list until a page is full, or enough was looked through for one page. */
  private Shown look(DSLContext scoped, Person person, Reader reader, View view) {
    var fitting = new ArrayList<Line>();
    var from = view;
    int looked = 0;
    while (looked < LOOKED_AT_MOST) {
      var block = lines.read(scoped, person, from, reader.today(), BLOCK);
      for (var line : facts.add(scoped, block, reader.today())) {
        looked++;
        if (view.filter().fits(line, reader.today())) {
          fitting.add(line);
        }
        if (fitting.size() == LINES) {
          return new Shown(Line.sunk(fitting), Optional.of(after(line.work())), looked, parties.creditors(scoped));
        }
      }
      if (block.size() < BLOCK) {
        return new Shown(Line.sunk(fitting), Optional.empty(), looked, parties.creditors(scoped));
      }
      from = view.after(after(block.getLast()));
    }
    return new Shown(Line.sunk(fitting), from.after(), looked, parties.creditors(scoped));
  }

  private static Position after(WorkLine last) {
    return new Position(last.place(), last.caseId());
  }
}
