package io.duly.desk.worklist;

import io.duly.cases.Bulk;
import io.duly.cases.BulkLine;
import io.duly.cases.CannotRecord;
import io.duly.cases.Recorded;
import io.duly.desk.claim.Colleagues;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.MayNotChange;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.kernel.CaseId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is done to many lines of the worklist at once: first looked at, then done, then perhaps taken back. */
@Controller
@RequestMapping("/bulk")
public class BulkPage {
  private final Pages pages;
  private final Scope scope;
  private final Bulk bulk;
  private final BulkChoice choice;
  private final BulkDone done;
  private final Colleagues colleagues;
  private final Tallies tallies;
  private final Clock clock;

  BulkPage(Pages pages, Scope scope, Bulk bulk, BulkChoice choice, BulkDone done, Colleagues colleagues, Tallies tallies, Clock clock) {
    this.pages = pages;
    this.scope = scope;
    this.bulk = bulk;
    this.choice = choice;
    this.done = done;
    this.colleagues = colleagues;
    this.tallies = tallies;
    this.clock = clock;
  }

  /**
   * What is chosen and what would become of it.
   *
   * @param lines in the order in which they were chosen; empty while it is not said what is to be done
   * @param numbers of the chosen cases, with commas
   * @param query of the list from which they were chosen
   */
  public record Shown(List<BulkLine> lines, int chosen, BulkAsked asked, String numbers, String query, List<Person> people, boolean cut) {
    public List<BulkLine> refused() {
      return lines.stream().filter(one -> !one.isDone()).toList();
    }

    public List<BulkLine> fine() {
      return lines.stream().filter(BulkLine::isDone).toList();
    }

    public String back() {
      return query.isEmpty() ? "/" : "/?" + query;
    }
  }

  /**
   * Shows what is chosen, and what would become of it.
   *
   * @param all every line of the list, not only the ticked ones
   * @param numbers of the chosen cases, with commas, from this page itself
   */
  @PostMapping
  ResponseEntity<byte[]> look(
      Reader reader,
      @RequestParam(name = "case", defaultValue = "") List<Long> ticked,
      @RequestParam(defaultValue = "") String all,
      @RequestParam(defaultValue = "") String numbers,
      @RequestParam(defaultValue = "") String query,
      @RequestParam Map<String, String> typed) {
    var person = changing(reader);
    var view = View.of(ViewActions.values(query)).beginning();
    var chosen = all.isEmpty() ? Stream.concat(ticked.stream(), numbers(numbers)).distinct().limit(Bulk.MOST).toList() : choice.matching(person, view, reader.today());
    var asked = asked(typed);
    var refused = Told.NOTHING;
    var lines = List.<BulkLine>of();
    try {
      lines = asked.act().isEmpty() ? lines : looked(reader, person, chosen, asked);
    } catch (CannotRecord no) {
      refused = Told.refused(String.valueOf(no.getMessage()));
    }
    var text = chosen.stream().map(String::valueOf).collect(Collectors.joining(","));
    var shown = new Shown(lines, chosen.size(), asked, text, view.query(), workers(), !all.isEmpty() && chosen.size() == Bulk.MOST);
    return pages.show("bulk/page", reader, Map.of("shown", shown, "said", refused));
  }

  private List<BulkLine> looked(Reader reader, Person person, List<Long> chosen, BulkAsked asked) {
    var act = asked.read(colleagues);
    return scope.consulting(person, scoped -> Optional.of(choice.ids(scoped, chosen)), (tx, ids) -> bulk.look(tx, ids, act, person.id(), by(reader, person))).orElseThrow();
  }

  @PostMapping("/doing")
  String apply(
      Reader reader, @RequestParam(defaultValue = "") String numbers, @RequestParam(defaultValue = "") String query, @RequestParam Map<String, String> typed,
      RedirectAttributes next) {
    var person = changing(reader);
    var back = View.of(ViewActions.values(query)).beginning();
    try {
      var act = asked(typed).read(colleagues);
      var chosen = numbers(numbers).toList();
      var id = scope.<List<CaseId>, UUID>changing(person, scoped -> Optional.of(choice.ids(scoped, chosen)), (tx, ids) ->
          bulk.apply(tx, ids, act, person.id(), by(reader, person))).orElseThrow();
      tallies.changed();
      Told.done("bulk.done").showOn(next);
      return "redirect:/bulk/" + id + (back.query().isEmpty() ? "" : "?" + back.query());
    } catch (CannotRecord refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
      return "redirect:" + back.address();
    }
  }

  /** What was done, while it can be taken back and afterwards; one's own only. */
  @GetMapping("/{id}")
  ResponseEntity<byte[]> result(Reader reader, Model flash, @PathVariable UUID id, @RequestParam Map<String, String> all) {
    var shown = done.read(reader.person().orElseThrow(), id, clock.instant()).orElseThrow(NotThere::new);
    return pages.show("bulk/done", reader, Map.of("shown", shown, "back", View.of(all).beginning(), "said", Told.on(flash)));
  }

  @PostMapping("/{id}/undoing")
  String undo(Reader reader, @PathVariable UUID id, @RequestParam(defaultValue = "") String query, RedirectAttributes next) {
    var person = changing(reader);
    try {
      int back = scope.<UUID, Integer>changing(person, scoped -> Optional.of(id), (tx, one) -> bulk.undo(tx, one, person.id(), by(reader, person))).orElseThrow();
      tallies.changed();
      Told.done("bulk.undone", back).showOn(next);
    } catch (CannotRecord refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
    }
    return "redirect:" + View.of(ViewActions.values(query)).beginning().address();
  }

  private static Person changing(Reader reader) {
    var person = reader.person().orElseThrow();
    if (!person.role().mayChange()) {
      throw new MayNotChange(person);
    }
    return person;
  }

  private Recorded by(Reader reader, Person person) {
    return Recorded.by(person.actor(), reader.today(), clock.instant());
  }

  private List<Person> workers() {
    return colleagues.all().stream().filter(one -> one.role().mayChange()).toList();
  }

  private static BulkAsked asked(Map<String, String> typed) {
    return new BulkAsked(
        Optional.ofNullable(typed.get("act")), typed.getOrDefault("to", ""), typed.getOrDefault("words", ""), typed.getOrDefault("until", ""),
        typed.getOrDefault("why", ""), typed.getOrDefault("kind", ""));
  }

  private static Stream<Long> numbers(String text) {
    return Stream.of(text.split(",", -1)).filter(one -> one.matches("[0-9]{1,15}")).map(Long::parseLong).limit(Bulk.MOST);
  }
}
