package io.duly.desk.outbox;

import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.sending.CannotChange;
import io.duly.correspondence.sending.HandWriting;
import io.duly.correspondence.sending.Moment;
import io.duly.correspondence.sending.Rewording;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.desk.writing.Sheet;
import io.duly.desk.writing.WritePage;
import io.duly.identity.Scope;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Other words for a message that waits; it keeps its place in the queue. */
@Controller
@RequestMapping("/outbox/{id}/words")
public final class RewordPage {
  private final Pages pages;
  private final Scope scope;
  private final Rewording rewording;
  private final Cases cases;
  private final CaseJournal journal;
  private final ContactPermission permission;
  private final Clock clock;

  RewordPage(Pages pages, Scope scope, Rewording rewording, Cases cases, CaseJournal journal, ContactPermission permission, Clock clock) {
    this.pages = pages;
    this.scope = scope;
    this.rewording = rewording;
    this.cases = cases;
    this.journal = journal;
    this.permission = permission;
    this.clock = clock;
  }

  @GetMapping
  ResponseEntity<byte[]> editor(Reader reader, Model flash, @PathVariable UUID id) {
    var writer = reader.person().orElseThrow().actor();
    return consulting(reader, id, (tx, line) -> {
      var draft = OtherWords.of(tx, line.id(), writer);
      var now = rewording.words(tx, line.id());
      var sheet = sheet(line, draft.map(OtherWords::subject).orElse(now.subject()), draft.map(OtherWords::text).orElse(now.text()));
      return page(HttpStatus.OK, reader, line, shown(tx, line, sheet, draft.map(OtherWords::savedAt)), Told.on(flash));
    });
  }

  /** Saves what was typed and says what is found in it: the part of the page for a browser that asks while typing. */
  @PostMapping("/check")
  ResponseEntity<byte[]> check(Reader reader, @PathVariable UUID id, Sheet typed, @RequestParam Optional<String> live) {
    save(reader, id, typed);
    return live.isPresent()
        ? consulting(reader, id, (tx, line) -> pages.show("writing/found", reader, Map.of("shown", shown(tx, line, typed(line, typed), Optional.of(clock.instant())))))
        : again(HttpStatus.OK, reader, id, typed, Told.NOTHING);
  }

  @PostMapping
  Object write(Reader reader, @PathVariable UUID id, Sheet typed, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    save(reader, id, typed);
    try {
      var line = scope.changing(person, scoped -> waiting(scoped, id), (tx, found) -> {
        var sheet = typed(found, typed);
        rewording.write(tx, found.id(), sheet.subject().orElseThrow(), sheet.text().orElseThrow(), person.actor(), Moment.of(clock));
        OtherWords.drop(tx, found.id(), person.actor());
        return found;
      }).orElseThrow(NotThere::new);
      Told.done("reword.done").showOn(next);
      return "redirect:" + line.address();
    } catch (CannotChange refused) {
      return again(HttpStatus.UNPROCESSABLE_CONTENT, reader, id, typed, Told.refused(String.valueOf(refused.getMessage())));
    }
  }

  @PostMapping("/discarding")
  String discard(Reader reader, @PathVariable UUID id, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    var line = scope.changing(person, scoped -> OutboxLines.find(scoped, id), (tx, found) -> {
      OtherWords.drop(tx, found.id(), person.actor());
      return found;
    }).orElseThrow(NotThere::new);
    Told.done("write.discarded").showOn(next);
    return "redirect:" + line.address() + "/words";
  }

  private void save(Reader reader, UUID id, Sheet typed) {
    var person = reader.person().orElseThrow();
    var kept = scope.changing(person, scoped -> waiting(scoped, id), (tx, found) -> {
      var sheet = typed(found, typed);
      OtherWords.save(tx, found.id(), found.creditor(), person.actor(), sheet.subject().orElseThrow(), sheet.text().orElseThrow(), clock.instant());
      return found;
    });
    if (kept.isEmpty()) {
      throw new NotThere();
    }
  }

  private ResponseEntity<byte[]> again(HttpStatus status, Reader reader, UUID id, Sheet typed, Told said) {
    return consulting(reader, id, (tx, line) -> page(status, reader, line, shown(tx, line, typed(line, typed), Optional.of(clock.instant())), said));
  }

  private ResponseEntity<byte[]> page(HttpStatus status, Reader reader, OutboxLine line, WritePage.Shown shown, Told said) {
    return pages.show(
        status, "outbox/reword", reader, Map.of("line", line, "shown", shown, "said", said, "may", reader.person().orElseThrow().role().mayChange()));
  }

  private WritePage.Shown shown(DSLContext tx, OutboxLine line, Sheet sheet, Optional<Instant> savedAt) {
    var at = Moment.of(clock);
    var head = journal.head(tx, cases.find(tx, String.valueOf(line.caseNumber())).orElseThrow());
    var known = permission.known(tx, head.debtor(), Optional.of(head.id()), at.now());
    var reach = Reach.by(Channel.valueOf(line.channel().toUpperCase(Locale.ROOT)));
    Optional<HandWriting.Read> read =
        sheet.text().orElseThrow().isBlank()
            ? Optional.empty()
            : Optional.of(rewording.read(tx, line.id(), sheet.subject().orElseThrow(), sheet.text().orElseThrow(), at));
    return new WritePage.Shown(
        head, line.debtorName(), List.of(), sheet, read, permission.ask(known, reach, Purpose.CHASE, at.now()), known.zone(), savedAt);
  }

  private static Sheet typed(OutboxLine line, Sheet typed) {
    return sheet(line, typed.subject().orElse(""), typed.text().orElse(""));
  }

  private static Sheet sheet(OutboxLine line, String subject, String text) {
    return new Sheet(
        Optional.of(line.channel()), Optional.of(line.language()), Optional.of(line.channel().equals("sms") ? "" : subject), Optional.of(text),
        Optional.empty(), Optional.empty());
  }

  private static Optional<OutboxLine> waiting(DSLContext scoped, UUID id) {
    return OutboxLines.find(scoped, id).filter(OutboxLine::isWaiting);
  }

  private <T> T consulting(Reader reader, UUID id, BiFunction<DSLContext, OutboxLine, T> work) {
    return scope.consulting(reader.person().orElseThrow(), scoped -> waiting(scoped, id), work).orElseThrow(NotThere::new);
  }
}
