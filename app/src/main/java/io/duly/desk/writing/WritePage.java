package io.duly.desk.writing;

import io.duly.correspondence.ContactPermission;
import io.duly.correspondence.sending.CannotChange;
import io.duly.correspondence.sending.HandWriting;
import io.duly.correspondence.sending.Moment;
import io.duly.correspondence.template.Kind;
import io.duly.correspondence.template.Messages;
import io.duly.correspondence.template.TemplateText;
import io.duly.correspondence.template.Templates;
import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.kernel.CaseId;
import io.duly.ledger.InvoiceLine;
import io.duly.ledger.Ledger;
import io.duly.parties.Parties;
import io.duly.rules.contact.Answer;
import io.duly.rules.contact.Channel;
import io.duly.rules.contact.Purpose;
import io.duly.rules.contact.Reach;
import io.duly.wording.Language;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The editor of a message by hand, on a case. */
@Controller
@RequestMapping("/cases/{number}/write")
public final class WritePage {
  private final Pages pages;
  private final Scope scope;
  private final Cases cases;
  private final CaseJournal journal;
  private final Ledger ledger;
  private final Parties parties;
  private final HandWriting writing;
  private final Messages messages;
  private final Templates templates;
  private final ContactPermission permission;
  private final Clock clock;

  WritePage(
      Pages pages, Scope scope, Cases cases, CaseJournal journal, Ledger ledger, Parties parties, HandWriting writing, Messages messages,
      Templates templates, ContactPermission permission, Clock clock) {
    this.pages = pages;
    this.scope = scope;
    this.cases = cases;
    this.journal = journal;
    this.ledger = ledger;
    this.parties = parties;
    this.writing = writing;
    this.messages = messages;
    this.templates = templates;
    this.permission = permission;
    this.clock = clock;
  }

  /**
   * What the editor shows.
   *
   * @param read how the words read; empty where there are none yet
   * @param may the answer of the contact rules for the channel, of now
   */
  public record Shown(
      CaseHead head, String debtor, List<InvoiceLine> invoices, Sheet sheet, Optional<HandWriting.Read> read, Answer may, java.time.ZoneId zone,
      Optional<java.time.Instant> savedAt) {
    public String address() {
      return "/cases/" + head.number() + "/write";
    }
  }

  /** @param template whose words to begin with */
  @GetMapping
  ResponseEntity<byte[]> editor(Reader reader, Model flash, @PathVariable long number, @RequestParam Optional<String> template, @RequestParam Optional<String> language) {
    var writer = reader.person().orElseThrow().actor();
    var shown =
        consulting(reader, number, (tx, head) -> {
          var unsent = Unsent.of(tx, head.id(), writer);
          var begun = template.flatMap(Kind::of).map(kind -> begun(reader, tx, head, kind, language));
          var sheet = begun.or(() -> unsent.map(Unsent::sheet)).orElseGet(() -> blank(reader, tx, head, language));
          return shown(reader, tx, head, sheet, begun.isEmpty() ? unsent.map(Unsent::savedAt) : Optional.empty());
        });
    return page(reader, shown, Told.on(flash));
  }

  /** Saves what was typed and says what is found in it: the part of the page for a browser that asks while typing. */
  @PostMapping("/check")
  ResponseEntity<byte[]> check(Reader reader, @PathVariable long number, Sheet sheet, @RequestParam Optional<String> live) {
    save(reader, number, sheet);
    var shown = consulting(reader, number, (tx, head) -> shown(reader, tx, head, sheet, Optional.of(clock.instant())));
    return live.isPresent() ? pages.show("writing/found", reader, Map.of("shown", shown)) : page(reader, shown, Told.NOTHING);
  }

  @PostMapping
  String queue(Reader reader, @PathVariable long number, Sheet sheet, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    save(reader, number, sheet);
    try {
      var id = scope.changing(person, scoped -> cases.find(scoped, String.valueOf(number)), (tx, found) -> {
        var message = writing.queue(tx, sheet.draft(found), person.actor(), Moment.of(clock));
        Unsent.drop(tx, found, person.actor());
        return message;
      }).orElseThrow(NotThere::new);
      Told.done("write.queued").showOn(next);
      return "redirect:/outbox/" + id;
    } catch (CannotChange | CannotRecord refused) {
      Told.refused(String.valueOf(refused.getMessage())).showOn(next);
      return "redirect:/cases/" + number + "/write";
    }
  }

  @PostMapping("/discarding")
  String discard(Reader reader, @PathVariable long number, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    requireThere(scope.changing(person, scoped -> cases.find(scoped, String.valueOf(number)), (tx, found) -> {
      Unsent.drop(tx, found, person.actor());
      return found;
    }));
    Told.done("write.discarded").showOn(next);
    return "redirect:/cases/" + number + "/write";
  }

  private ResponseEntity<byte[]> page(Reader reader, Shown shown, Told said) {
    return pages.show("writing/page", reader, Map.of("shown", shown, "said", said, "may", reader.person().orElseThrow().role().mayChange()));
  }

  private void save(Reader reader, long number, Sheet sheet) {
    var person = reader.person().orElseThrow();
    requireThere(scope.changing(person, scoped -> cases.find(scoped, String.valueOf(number)), (tx, found) -> {
      Unsent.save(tx, found, journal.head(tx, found).creditor(), person.actor(), sheet, clock.instant());
      return found;
    }));
  }

  private static void requireThere(Optional<CaseId> found) {
    if (found.isEmpty()) {
      throw new NotThere();
    }
  }

  private interface Work<T> {
    T of(DSLContext tx, CaseHead head);
  }

  private <T> T consulting(Reader reader, long number, Work<T> work) {
    return scope
        .consulting(reader.person().orElseThrow(), scoped -> cases.find(scoped, String.valueOf(number)), (tx, found) -> work.of(tx, journal.head(tx, found)))
        .orElseThrow(NotThere::new);
  }

  private Shown shown(Reader reader, DSLContext tx, CaseHead head, Sheet sheet, Optional<java.time.Instant> savedAt) {
    var at = Moment.of(clock);
    var known = permission.known(tx, head.debtor(), Optional.of(head.id()), at.now());
    var reach = Reach.by(Channel.valueOf(sheet.channel().orElseThrow().toUpperCase(Locale.ROOT)));
    var read = sheet.text().orElseThrow().isBlank() ? Optional.<HandWriting.Read>empty() : Optional.of(writing.read(tx, sheet.draft(head.id()), at));
    return new Shown(
        head, parties.debtor(tx, head.debtor()).orElseThrow().details().name(), open(reader, tx, head), sheet, read,
        permission.ask(known, reach, Purpose.CHASE, at.now()), known.zone(), savedAt);
  }

  private List<InvoiceLine> open(Reader reader, DSLContext tx, CaseHead head) {
    return ledger.lines(tx, head.debtor(), head.currency(), reader.today()).stream().filter(line -> line.open().isPositive()).toList();
  }

  private Sheet blank(Reader reader, DSLContext tx, CaseHead head, Optional<String> language) {
    return sheet(reader, tx, head, language(tx, head.id(), language), "", "{{greeting}}\n\n\n\n{{signature}}");
  }

  private Sheet begun(Reader reader, DSLContext tx, CaseHead head, Kind kind, Optional<String> wished) {
    var language = language(tx, head.id(), wished);
    var text = templates.inForce(tx, head.creditor(), kind, language);
    return sheet(reader, tx, head, language, text.section(TemplateText.Part.SUBJECT), text.section(TemplateText.Part.BODY));
  }

  private Language language(DSLContext tx, CaseId id, Optional<String> wished) {
    return wished.flatMap(Language::of).orElseGet(() -> messages.language(tx, id));
  }

  private Sheet sheet(Reader reader, DSLContext tx, CaseHead head, Language language, String subject, String text) {
    var overdue = open(reader, tx, head).stream().filter(line -> line.dueOn().isBefore(reader.today())).map(line -> line.id().value()).toList();
    return new Sheet(Optional.empty(), Optional.of(language.code()), Optional.of(subject), Optional.of(text), Optional.of(overdue), Optional.of(true));
  }
}
