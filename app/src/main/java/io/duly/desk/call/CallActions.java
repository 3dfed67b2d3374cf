package io.duly.desk.call;

import io.duly.calls.Call;
import io.duly.calls.Calls;
import io.duly.calls.Drafts;
import io.duly.calls.Field;
import io.duly.calls.Sheet;
import io.duly.cases.CannotRecord;
import io.duly.cases.Recorded;
import io.duly.correspondence.Copies;
import io.duly.cycle.DailyCycle;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.desk.worklist.Tallies;
import io.duly.identity.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person does during a call. Every button sends the whole form, so that what was typed is saved first. */
@Controller
@RequestMapping("/calls/{id}")
class CallActions {
  private final Scope scope;
  private final Calls calls;
  private final Drafts drafts;
  private final Talks talks;
  private final Rooms rooms;
  private final CallPage page;
  private final DailyCycle cycle;
  private final Tallies tallies;
  private final Clock clock;

  CallActions(Scope scope, Calls calls, Drafts drafts, Talks talks, Rooms rooms, CallPage page, DailyCycle cycle, Tallies tallies,
      Clock clock) {
    this.scope = scope;
    this.calls = calls;
    this.drafts = drafts;
    this.talks = talks;
    this.rooms = rooms;
    this.page = page;
    this.cycle = cycle;
    this.tallies = tallies;
    this.clock = clock;
  }

  private interface Act {
    Told on(DSLContext tx, Call call, Sheet sheet, Recorded by);
  }

  private record Did(Told told, boolean ended) {}

  /** Saves what stands in the form. A browser that saves while typing is answered with what is read aloud, and the version. */
  @PostMapping("/draft")
  Object save(Reader reader, @PathVariable UUID id, @RequestParam Map<String, String> sent, RedirectAttributes next) {
    if (!sent.containsKey("live")) {
      return act(reader, id, sent, next, (_, _, _, _) -> Told.done("call.saved"));
    }
    var saved = changing(reader, id, (tx, call) -> drafts.save(tx, call.id(), version(sent), Sheet.of(sent), clock.instant()));
    var room = page.room(reader, id);
    if (!room.call().isOpen() || !room.call().isOf(reader.person().orElseThrow().id())) {
      throw new NotThere();
    }
    var answer = saved.isPresent() ? page.spoken(reader, room) : ResponseEntity.status(HttpStatus.CONFLICT).body(new byte[0]);
    return ResponseEntity.status(answer.getStatusCode()).headers(answer.getHeaders())
        .header("Duly-Version", String.valueOf(room.draft().version()))
        .header("Duly-Saved", reader.time(room.draft().savedAt().atZone(java.time.ZoneId.systemDefault())).replaceAll("[^\\x20-\\x7e]", " "))
        .body(answer.getBody());
  }

  @PostMapping("/party")
  Object party(Reader reader, @PathVariable UUID id, @RequestParam Map<String, String> sent, RedirectAttributes next) {
    return act(reader, id, sent, next, (tx, call, sheet, by) -> {
      calls.verified(tx, call, sheet.typed(Field.WHO), sheet.typed(Field.HOW), by);
      return Told.done("call.verified");
    });
  }

  @PostMapping("/heat")
  Object heat(Reader reader, @PathVariable UUID id, @RequestParam Map<String, String> sent, RedirectAttributes next) {
    return act(reader, id, sent, next, (tx, call, sheet, by) -> {
      talks.heated(tx, call, sheet, by);
      return Told.done("call.is-heated");
    });
  }

  /** Copies of the chosen invoices go out at once, in the debtor's next turn (P18); of which there is no original, that is said at once and somebody's to find. */
  @PostMapping("/copies")
  Object copies(Reader reader, @PathVariable UUID id, @RequestParam Map<String, String> sent, @RequestParam(defaultValue = "") List<String> invoice, RedirectAttributes next) {
    return act(reader, id, sent, next, (tx, call, _, by) -> {
      var copied = talks.copies(tx, call, invoice, by);
      var missing = String.join(", ", copied.missing());
      return copied.planned().map(planned -> missing.isEmpty()
              ? Told.done("call.copies-planned", planned.invoices(), reader.name("channel", planned.channel()), reader.when(planned.plannedOn()))
              : Told.done("call.copies-some", planned.invoices(), reader.name("channel", planned.channel()), reader.when(planned.plannedOn()), missing))
          .orElseGet(() -> Told.refused(reader.say("call.no-original", missing)));
    });
  }

  /** @param option what the button beside an option says, see {@link io.duly.desk.bargain.Bargains#pressed} */
  @PostMapping("/option")
  Object option(Reader reader, @PathVariable UUID id, @RequestParam Map<String, String> sent, @RequestParam(defaultValue = "") String option, RedirectAttributes next) {
    var to = act(reader, id, sent, next, (tx, call, _, by) -> {
      talks.option(tx, call, option, reader, by);
      return Told.NOTHING;
    });
    return to instanceof String address ? address + "#options" : to;
  }

  @PostMapping("/end")
  Object end(Reader reader, @PathVariable UUID id, @RequestParam Map<String, String> sent, RedirectAttributes next) {
    return act(reader, id, sent, next, (tx, call, sheet, by) ->
        talks.end(tx, call, sheet, reader, by) ? Told.done("call.done") : Told.refused(reader.say("call.check-next")));
  }

  @PostMapping("/take-over")
  String takeOver(Reader reader, @PathVariable UUID id, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    try {
      var taken = scope.changing(person, scoped -> calls.find(scoped, id), (tx, found) -> {
        calls.takeOver(tx, calls.locked(tx, found.id()).orElseThrow(), person.id(), person.role().mayApprove(), by(reader));
        return Told.done("call.taken-over");
      });
      taken.orElseThrow(NotThere::new).showOn(next);
    } catch (CannotRecord refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
    }
    return "redirect:/calls/" + id;
  }

  /**
   * Saves the form in a transaction of its own: whatever becomes of the rest, what was typed stays. What a call came to changes whose turn
   * it is: where the day's run is over the case is decided again directly after it.
   */
  private Object act(Reader reader, UUID id, Map<String, String> sent, RedirectAttributes next, Act act) {
    var sheet = Sheet.of(sent);
    var saved = changing(reader, id, (tx, call) -> drafts.save(tx, call.id(), version(sent), sheet, clock.instant()));
    if (saved.isEmpty()) {
      return newer(reader, id, sheet);
    }
    try {
      var did = changing(reader, id, (tx, call) -> {
        var told = act.on(tx, call, sheet, by(reader));
        return Optional.of(new Did(told, calls.find(tx, id).filter(one -> !one.isOpen()).isPresent()));
      }).orElseThrow();
      if (did.ended()) {
        cycle.again(reader.today());
        tallies.changed();
      }
      did.told().showOn(next);
    } catch (CannotRecord | Copies.CannotCopy refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
    }
    return "redirect:/calls/" + id;
  }

  /** Another window saved meanwhile: what was typed here is shown, and saved by pressing again. */
  private Object newer(Reader reader, UUID id, Sheet sheet) {
    var person = reader.person().orElseThrow();
    var room = scope.reading(person, scoped -> calls.find(scoped, id).map(call -> {
      var latest = drafts.of(scoped, id);
      return rooms.room(scoped, call, reader, call.isOpen() ? new Drafts.Draft(latest.version(), sheet, latest.savedAt()) : latest);
    })).orElseThrow(NotThere::new);
    return page.show(reader, room, room.call().isOpen() ? Told.refused(reader.say("call.newer")) : Told.NOTHING, false);
  }

  private <T> Optional<T> changing(Reader reader, UUID id, java.util.function.BiFunction<DSLContext, Call, Optional<T>> change) {
    var person = reader.person().orElseThrow();
    Function<DSLContext, Optional<Call>> find = scoped -> calls.find(scoped, id);
    return scope.changing(person, find, (tx, found) -> {
      var call = calls.locked(tx, found.id()).orElseThrow();
      return call.isOf(person.id()) ? change.apply(tx, call) : Optional.<T>empty();
    }).orElseThrow(NotThere::new);
  }

  private static int version(Map<String, String> sent) {
    var typed = sent.getOrDefault("version", "");
    return typed.matches("[0-9]{1,9}") ? Integer.parseInt(typed) : -1;
  }

  private Recorded by(Reader reader) {
    return Recorded.by(reader.person().orElseThrow().actor(), reader.today(), clock.instant());
  }
}
