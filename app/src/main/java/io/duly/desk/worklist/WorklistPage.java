package io.duly.desk.worklist;

import io.duly.desk.claim.Colleagues;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.identity.Person;
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
  private final Worklists lists;
  private final Tallies tallies;
  private final Colleagues colleagues;

  WorklistPage(Pages pages, Worklists lists, Tallies tallies, Colleagues colleagues) {
    this.pages = pages;
    this.lists = lists;
    this.tallies = tallies;
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
    var shown = lists.read(person, view, reader.today(), LINES);
    var tally = view.filter().isNone() ? tallies.of(person, view, reader.today()) : Optional.<Tally>empty();
    return pages.show("worklist/page", reader, Map.of("view", view, "shown", shown, "tally", tally, "names", names()));
  }

  /** By person. */
  private Map<UUID, String> names() {
    return colleagues.all().stream().collect(Collectors.toMap(Person::uuid, Person::name));
  }
}
