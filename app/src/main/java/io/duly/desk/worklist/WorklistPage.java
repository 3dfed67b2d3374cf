package io.duly.desk.worklist;

import io.duly.desk.claim.Colleagues;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Person;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class WorklistPage {
  private static final int LINES = 50;

  private final Pages pages;
  private final Worklists lists;
  private final Tallies tallies;
  private final Colleagues colleagues;
  private final SavedViews views;
  private final Todays todays;

  WorklistPage(Pages pages, Worklists lists, Tallies tallies, Colleagues colleagues, SavedViews views, Todays todays) {
    this.pages = pages;
    this.lists = lists;
    this.tallies = tallies;
    this.colleagues = colleagues;
    this.views = views;
    this.todays = todays;
  }

  @GetMapping("/")
  ResponseEntity<byte[]> worklist(Reader reader, Model flash, @RequestParam Optional<UUID> creditor, @RequestParam Map<String, String> all) {
    var asked = View.of(all);
    var view = new View(asked.work(), creditor, asked.owned(), asked.filter(), asked.after());
    var person = reader.person().orElseThrow();
    var shown = lists.read(person, view, reader.today(), LINES);
    var tally = view.filter().isNone() ? tallies.of(person, view, reader.today()) : Optional.<Tally>empty();
    return pages.show(
        "worklist/page", reader,
        Map.of(
            "view", view, "shown", shown, "tally", tally, "names", names(), "views", views.of(person), "done", todays.of(person, reader.today()),
            "said", Told.on(flash)));
  }

  /** By person. */
  private Map<UUID, String> names() {
    return colleagues.all().stream().collect(Collectors.toMap(Person::uuid, Person::name));
  }
}
