package io.duly.desk.claim;

import static io.duly.database.jooq.cases.Tables.RECOVERY_CASE;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Claims;
import io.duly.cases.Owners;
import io.duly.cases.Recorded;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.identity.MayNotChange;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.kernel.CaseId;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Claiming a case by opening it, giving it to somebody, taking it over. Each answers with the band of the page, or goes back to it. */
@Controller
@RequestMapping("/cases/{number}/claim")
class ClaimActions {
  private final Pages pages;
  private final Scope scope;
  private final CaseJournal cases;
  private final Claims claims;
  private final Owners owners;
  private final Colleagues colleagues;
  private final Clock clock;

  ClaimActions(Pages pages, Scope scope, CaseJournal cases, Claims claims, Owners owners, Colleagues colleagues, Clock clock) {
    this.pages = pages;
    this.scope = scope;
    this.cases = cases;
    this.claims = claims;
    this.owners = owners;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  private interface Change {
    void on(DSLContext tx, CaseHead head, Person person, Recorded by);
  }

  @GetMapping
  ResponseEntity<byte[]> shown(Reader reader, @PathVariable long number) {
    return band(reader, number, "");
  }

  @PostMapping
  ResponseEntity<byte[]> claim(Reader reader, @PathVariable long number, @RequestHeader(name = "HX-Request", required = false) Optional<String> part) {
    return change(reader, number, part, (tx, head, person, by) -> claims.claim(tx, head.id(), person.id(), by));
  }

  @PostMapping("/release")
  ResponseEntity<byte[]> release(Reader reader, @PathVariable long number, @RequestHeader(name = "HX-Request", required = false) Optional<String> part) {
    return change(reader, number, part, (tx, head, person, by) -> claims.release(tx, head.id(), person.id(), by));
  }

  /** The page of the case was left; its browser says so as it goes, and reads no answer. */
  @PostMapping("/leaving")
  ResponseEntity<Void> leave(Reader reader, @PathVariable long number) {
    var person = reader.person().orElseThrow();
    var by = Recorded.by(person.actor(), reader.today(), clock.instant());
    var left = scope.changing(person, scoped -> find(scoped, number), (tx, head) -> {
      claims.leave(tx, head.id(), person.id(), by);
      return head;
    });
    return left.map(_ -> ResponseEntity.noContent().<Void>build()).orElseThrow(NotThere::new);
  }

  /** For those who may take over: a colleague's case is not taken away by another colleague. */
  @PostMapping("/taking-over")
  ResponseEntity<byte[]> takeOver(
      Reader reader, @PathVariable long number, @RequestParam String why, @RequestHeader(name = "HX-Request", required = false) Optional<String> part) {
    var person = reader.person().orElseThrow();
    if (!person.role().mayTakeOver()) {
      throw new MayNotChange(person);
    }
    return change(reader, number, part, (tx, head, self, by) -> claims.takeOver(tx, head.id(), self.id(), why, by));
  }

  /** @param to the login of the new owner; empty: nobody */
  @PostMapping("/handing-over")
  ResponseEntity<byte[]> handOver(
      Reader reader,
      @PathVariable long number,
      @RequestParam String to,
      @RequestParam(defaultValue = "") String words,
      @RequestHeader(name = "HX-Request", required = false) Optional<String> part) {
    return change(reader, number, part, (tx, head, person, by) -> {
      var next = to.isBlank() ? Optional.<Owners.Owner>empty() : Optional.of(colleagues.owner(head.creditor(), to));
      owners.give(tx, java.util.List.of(head.id()), next, words, by);
      if (next.filter(one -> one.person().equals(person.id())).isEmpty()) {
        claims.release(tx, head.id(), person.id(), by);
      }
    });
  }

  private ResponseEntity<byte[]> change(Reader reader, long number, Optional<String> part, Change change) {
    var person = reader.person().orElseThrow();
    colleagues.all();
    var by = Recorded.by(person.actor(), reader.today(), clock.instant());
    var refused = "";
    try {
      var changed =
          scope.changing(person, scoped -> find(scoped, number), (tx, head) -> {
            change.on(tx, head, person, by);
            return head;
          });
      if (changed.isEmpty()) {
        throw new NotThere();
      }
    } catch (CannotRecord no) {
      refused = String.valueOf(no.getMessage());
    }
    return part.isPresent()
        ? band(reader, number, refused)
        : ResponseEntity.status(HttpStatus.SEE_OTHER).header("Location", "/cases/" + number).build();
  }

  private ResponseEntity<byte[]> band(Reader reader, long number, String refused) {
    return pages.show("claim/band", reader, Map.of("band", read(reader, number, refused)));
  }

  private Band read(Reader reader, long number, String refused) {
    var person = reader.person().orElseThrow();
    var everybody = colleagues.all();
    return scope.reading(person, scoped -> {
      var head = find(scoped, number).orElseThrow(NotThere::new);
      var claim = claims.live(scoped, head.id(), clock.instant());
      var owner = owners.of(scoped, head.id()).flatMap(id -> everybody.stream().filter(one -> one.uuid().equals(id)).findFirst());
      return new Band(
          number, claim, claim.map(held -> held.since().atZone(clock.getZone())), owner, colleagues.workingFor(head.creditor()), head.isOpen(), refused);
    });
  }

  private Optional<CaseHead> find(DSLContext scoped, long number) {
    return scoped
        .select(RECOVERY_CASE.ID)
        .from(RECOVERY_CASE)
        .where(RECOVERY_CASE.NUMBER.eq(number))
        .fetchOptional(RECOVERY_CASE.ID)
        .map(id -> cases.head(scoped, new CaseId(id)));
  }
}
