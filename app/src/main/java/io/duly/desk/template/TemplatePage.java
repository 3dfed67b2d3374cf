package io.duly.desk.template;

import io.duly.correspondence.template.Composed;
import io.duly.correspondence.template.InvalidTemplate;
import io.duly.correspondence.template.MailLogos;
import io.duly.correspondence.template.SmsLength;
import io.duly.correspondence.template.TemplateReading;
import io.duly.correspondence.template.TemplateText;
import io.duly.correspondence.template.Templates;
import io.duly.desk.page.Handing;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.duly.wording.Severity;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One template of a creditor: its versions, an editor that reads along, and what comes out of it. */
@Controller
@RequestMapping("/templates/{creditor}/{kind}/{language}")
public final class TemplatePage {
  private final Pages pages;
  private final Scope scope;
  private final Parties parties;
  private final Templates templates;
  private final Preview preview;
  private final MailLogos logos;
  private final Clock clock;

  TemplatePage(Pages pages, Scope scope, Parties parties, Templates templates, Preview preview, MailLogos logos, Clock clock) {
    this.pages = pages;
    this.scope = scope;
    this.parties = parties;
    this.templates = templates;
    this.preview = preview;
    this.logos = logos;
    this.clock = clock;
  }

  /**
   * What the page shows.
   *
   * @param versions the creditor's own, the last first
   * @param version from which the text in the editor comes; empty where it is a draft
   * @param composed what came out; empty where nothing could
   * @param problem why it could not, in a sentence
   * @param savedAt of the draft
   */
  public record Shown(
      Named named, List<TemplateText> versions, Sheet sheet, Optional<Integer> version, TemplateReading reading, Optional<Composed> composed,
      Optional<String> problem, Optional<Instant> savedAt) {

    public int inForce() {
      return versions.isEmpty() ? 0 : versions.getFirst().version();
    }

    public SmsLength sms() {
      return SmsLength.of(composed.orElseThrow().sms());
    }

    /** Of what is handed out of the text in the editor. */
    public String address(String file) {
      var of = version.map(one -> "version=" + one).orElse("draft=1");
      return named.address() + "/" + file + "?" + of + "&tone=" + sheet.tone().orElseThrow() + sheet.number().filter(one -> one.matches("\\d+")).map(one -> "&number=" + one).orElse("");
    }
  }

  /** @param version to begin with: of the creditor's own, 0 for the shipped one; without it the draft, or what is in force */
  @GetMapping
  ResponseEntity<byte[]> template(
      Reader reader, Model flash, Place place, Sheet sheet,
      @RequestParam Optional<Integer> version) {
    var writer = reader.person().orElseThrow().actor();
    var shown = consulting(reader, place, (tx, named) -> {
      var draft = version.isEmpty() ? Draft.of(tx, named, writer) : Optional.<Draft>empty();
      var versions = templates.versions(tx, named.creditor().id(), named.kind(), named.language());
      var text = text(named, versions, version);
      var begun = sheet.with(draft.map(Draft::source).orElse(text.source()), versions.isEmpty() ? 0 : versions.getFirst().version());
      return shown(reader, tx, named, versions, begun, draft.isPresent() ? Optional.empty() : Optional.of(text.version()), draft.map(Draft::savedAt));
    });
    return page(HttpStatus.OK, reader, shown, Told.on(flash));
  }

  /** Keeps what was typed and says what is found in it: the part of the page for a browser that asks while typing. */
  @PostMapping("/check")
  ResponseEntity<byte[]> check(
      Reader reader, Place place, Sheet sheet, @RequestParam Optional<String> live) {
    keep(reader, place, sheet);
    var shown = typed(reader, place, sheet);
    return live.isPresent() ? pages.show("template/found", reader, Map.of("shown", shown)) : page(HttpStatus.OK, reader, shown, Told.NOTHING);
  }

  @PostMapping
  Object save(Reader reader, Place place, Sheet sheet, RedirectAttributes next) {
    keep(reader, place, sheet);
    var text = sheet.text().orElse("");
    try {
      var outcome = saved(reader, place, text, sheet.based().orElse(0));
      if (outcome.inForce().isPresent()) {
        return page(HttpStatus.CONFLICT, reader, typed(reader, place, sheet.with(text, outcome.inForce().get())), outcome.said());
      }
      outcome.said().showOn(next);
      return "redirect:" + place.address();
    } catch (InvalidTemplate wrong) {
      var refusal = Told.refused(reader.say("template.not-saved", wrong.problems().size()));
      return page(HttpStatus.UNPROCESSABLE_CONTENT, reader, typed(reader, place, sheet), refusal);
    }
  }

  /** @param inForce the version that somebody else has put in force meanwhile; nothing was saved then */
  private record Outcome(Optional<Integer> inForce, Told said) {}

  private Outcome saved(Reader reader, Place place, String text, int based) {
    var person = reader.person().orElseThrow();
    return scope.authoring(person, scoped -> find(scoped, place), (tx, found) -> {
      var named = place.named(found);
      var last = templates.inForce(tx, found.id(), named.kind(), named.language());
      if (based != last.version()) {
        var who = last.saved().map(one -> reader.who(one.by())).orElse("");
        return new Outcome(Optional.of(last.version()), Told.refused(reader.say("template.meanwhile", who, last.version())));
      }
      var hints = templates.save(tx, found.id(), named.kind(), named.language(), text, person.actor(), clock.instant());
      Draft.drop(tx, named, person.actor());
      boolean second = hints.stream().anyMatch(one -> one.severity() == Severity.NEEDS_APPROVAL);
      return new Outcome(Optional.empty(), Told.done(second ? "template.saved-second" : "template.saved", last.version() + 1));
    }).orElseThrow(NotThere::new);
  }

  @PostMapping("/discarding")
  String discard(Reader reader, Place place, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    var named = scope.authoring(person, scoped -> find(scoped, place), (tx, found) -> {
      var one = place.named(found);
      Draft.drop(tx, one, person.actor());
      return one;
    }).orElseThrow(NotThere::new);
    Told.done("write.discarded").showOn(next);
    return "redirect:" + named.address();
  }

  /** The e-mail as HTML, for a frame in which nothing runs. */
  @GetMapping("/words.html")
  ResponseEntity<byte[]> html(
      Reader reader, Place place, Sheet sheet, @RequestParam Optional<Integer> version) {
    var html = handed(reader, place, sheet, version, (tx, shown) -> logos.shown(tx, shown.composed().orElseThrow(NotThere::new).email().html()));
    return Handing.inert(html.getBytes(StandardCharsets.UTF_8));
  }

  @GetMapping("/letter.pdf")
  ResponseEntity<byte[]> letter(
      Reader reader, Place place, Sheet sheet, @RequestParam Optional<Integer> version,
      @RequestParam Optional<String> save) {
    var form = new Sheet(Optional.empty(), Optional.empty(), sheet.number(), sheet.tone(), Optional.of("letter"));
    var pdf = handed(reader, place, form, version, (tx, shown) -> preview.letter(tx, shown.named(), shown.composed().orElseThrow(NotThere::new)));
    var name = place.kind() + "-" + place.language() + ".pdf";
    return save.isPresent() ? Handing.out(name, MediaType.APPLICATION_PDF, pdf) : Handing.pdf(name, pdf);
  }

  private <T> T handed(
      Reader reader, Place place, Sheet sheet, Optional<Integer> version, BiFunction<DSLContext, Shown, T> work) {
    return consulting(reader, place, (tx, named) -> {
      var versions = templates.versions(tx, named.creditor().id(), named.kind(), named.language());
      var draft = version.isEmpty() ? Draft.of(tx, named, reader.person().orElseThrow().actor()).map(Draft::source) : Optional.<String>empty();
      var source = draft.orElseGet(() -> text(named, versions, version).source());
      return work.apply(tx, shown(reader, tx, named, versions, sheet.with(source, 0), version, Optional.empty()));
    });
  }

  /** The version that was asked for, or what is in force. */
  private static TemplateText text(Named named, List<TemplateText> versions, Optional<Integer> version) {
    if (version.filter(one -> one != 0).isPresent()) {
      return versions.stream().filter(one -> one.version() == version.get()).findFirst().orElseThrow(NotThere::new);
    }
    return version.isPresent() || versions.isEmpty() ? Templates.shipped(named.kind(), named.language()) : versions.getFirst();
  }

  private ResponseEntity<byte[]> page(HttpStatus status, Reader reader, Shown shown, Told said) {
    return pages.show(status, "template/page", reader, Map.of("shown", shown, "said", said, "may", reader.person().orElseThrow().role().mayAuthor()));
  }

  private void keep(Reader reader, Place place, Sheet sheet) {
    var person = reader.person().orElseThrow();
    var kept = scope.authoring(person, scoped -> find(scoped, place), (tx, found) -> {
      Draft.save(tx, place.named(found), person.actor(), sheet.text().orElse(""), clock.instant());
      return found;
    });
    if (kept.isEmpty()) {
      throw new NotThere();
    }
  }

  private Shown typed(Reader reader, Place place, Sheet sheet) {
    return consulting(reader, place, (tx, named) -> {
      var versions = templates.versions(tx, named.creditor().id(), named.kind(), named.language());
      var based = sheet.based().orElse(0);
      return shown(reader, tx, named, versions, sheet.with(sheet.text().orElse(""), based), Optional.empty(), Optional.of(clock.instant()));
    });
  }

  private Shown shown(
      Reader reader, DSLContext tx, Named named, List<TemplateText> versions, Sheet sheet, Optional<Integer> version, Optional<Instant> savedAt) {
    var came = preview.of(tx, named, sheet, reader.today());
    var problem = came.problem().map(why -> why.startsWith("template.") ? reader.say(why) : why);
    return new Shown(
        named, versions, sheet, version, Templates.reading(named.kind(), named.language(), sheet.text().orElseThrow()), came.composed(), problem, savedAt);
  }

  private <T> T consulting(Reader reader, Place place, BiFunction<DSLContext, Named, T> work) {
    return scope
        .consulting(reader.person().orElseThrow(), scoped -> find(scoped, place), (tx, found) -> work.apply(tx, place.named(found)))
        .orElseThrow(NotThere::new);
  }

  private Optional<Creditor> find(DSLContext scoped, Place place) {
    return parties.creditors(scoped).stream().filter(one -> one.id().value().equals(place.creditor())).findFirst();
  }
}
