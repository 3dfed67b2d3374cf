package io.duly.desk.template;

import io.duly.approvals.Approvals;
import io.duly.approvals.Kind;
import io.duly.approvals.Letterheads;
import io.duly.correspondence.letter.Letters;
import io.duly.correspondence.letter.Stationery;
import io.duly.correspondence.template.Branding;
import io.duly.correspondence.template.Brandings;
import io.duly.correspondence.template.CannotRender;
import io.duly.correspondence.template.Composed;
import io.duly.correspondence.template.Contrast;
import io.duly.correspondence.template.MailLogos;
import io.duly.correspondence.template.Messages;
import io.duly.desk.page.Handing;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.duly.strategy.Channel;
import io.duly.wording.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How a creditor's messages look, who signs them and where is paid to; as {@code ./duly creditor branding}. */
@Controller
@RequestMapping("/templates/{creditor}/branding")
public final class BrandingPage {
  /** Of a logo. */
  public static final int MOST_BYTES = 4 << 20;
  private static final int DOTS_PER_INCH = 90;

  private final Pages pages;
  private final Scope scope;
  private final Parties parties;
  private final Brandings brandings;
  private final Stationery stationery;
  private final MailLogos logos;
  private final Clock clock;
  private final Letterheads letterheads;
  private final Approvals approvals;

  BrandingPage(Pages pages, Scope scope, Parties parties, Brandings brandings, Stationery stationery, MailLogos logos, Clock clock, Letterheads letterheads, Approvals approvals) {
    this.pages = pages;
    this.scope = scope;
    this.parties = parties;
    this.brandings = brandings;
    this.stationery = stationery;
    this.logos = logos;
    this.clock = clock;
    this.letterheads = letterheads;
    this.approvals = approvals;
  }

  /**
   * What the page shows.
   *
   * @param inForce what messages look like now
   * @param typed what stands in the form
   * @param missing why there is no message to look at, in a sentence
   * @param waiting other accounts that wait for a second person
   */
  public record Shown(Creditor creditor, Branding inForce, Letterhead typed, Optional<String> missing, List<Approvals.Shown> waiting) {
    public String address() {
      return "/templates/" + creditor.id() + "/branding";
    }

    public double contrast() {
      return Contrast.onWhite(inForce.colour());
    }
  }

  @GetMapping
  ResponseEntity<byte[]> branding(Reader reader, Model flash, @PathVariable UUID creditor) {
    var shown = consulting(reader, creditor, (tx, found) -> shown(reader, found, brandings.of(tx, found), Optional.empty()));
    return page(HttpStatus.OK, reader, shown, Told.on(flash));
  }

  @PostMapping
  Object save(Reader reader, @PathVariable UUID creditor, Letterhead typed, HttpServletRequest request, RedirectAttributes next) {
    try {
      return saved(reader, creditor, typed::over, "branding.saved", request, next);
    } catch (IllegalArgumentException wrong) {
      var shown = consulting(reader, creditor, (tx, found) -> shown(reader, found, brandings.of(tx, found), Optional.of(typed)));
      return page(HttpStatus.UNPROCESSABLE_CONTENT, reader, shown, Told.refused(String.valueOf(wrong.getMessage())));
    }
  }

  @PostMapping("/logo")
  String logo(Reader reader, @PathVariable UUID creditor, @RequestParam MultipartFile file, HttpServletRequest request, RedirectAttributes next) throws IOException {
    var person = reader.person().orElseThrow();
    try {
      if (file.isEmpty() || file.getSize() > MOST_BYTES) {
        throw new IllegalArgumentException(reader.say(file.isEmpty() ? "branding.no-file" : "branding.too-large"));
      }
      var bytes = file.getBytes();
      var saved = scope.authoring(person, scoped -> find(scoped, creditor), (tx, found) -> {
        var now = brandings.of(tx, found);
        var logo = brandings.keep(tx, found, bytes, clock.instant());
        return letterheads.save(tx, person, found, new Branding(now.sender(), now.colour(), now.form(), Optional.of(logo)), request.getRemoteAddr());
      }).orElseThrow(NotThere::new);
      Told.done("branding.logo-saved", saved.version()).showOn(next);
    } catch (IllegalArgumentException wrong) {
      Told.refused(String.valueOf(wrong.getMessage())).showOn(next);
    }
    return "redirect:/templates/" + creditor + "/branding";
  }

  @PostMapping("/logo/removal")
  String without(Reader reader, @PathVariable UUID creditor, HttpServletRequest request, RedirectAttributes next) {
    return saved(reader, creditor, now -> new Branding(now.sender(), now.colour(), now.form(), Optional.empty()), "branding.logo-gone", request, next);
  }

  /** The head of an e-mail, for a frame in which nothing runs. */
  @GetMapping("/mail.html")
  ResponseEntity<byte[]> mail(Reader reader, @PathVariable UUID creditor) {
    var html = consulting(reader, creditor, (tx, found) -> logos.shown(tx, sample(found, brandings.of(tx, found), Channel.EMAIL).email().html()));
    return Handing.inert(html.getBytes(StandardCharsets.UTF_8));
  }

  /** The head of a letter, as a picture. */
  @GetMapping("/letter.png")
  ResponseEntity<byte[]> letter(Reader reader, @PathVariable UUID creditor) {
    return Handing.png(consulting(reader, creditor, (tx, found) ->
        Letters.head(sample(found, brandings.of(tx, found), Channel.LETTER), stationery.of(tx, found), DOTS_PER_INCH)));
  }

  private String saved(Reader reader, UUID creditor, UnaryOperator<Branding> change, String done, HttpServletRequest request, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    var saved = scope.authoring(person, scoped -> find(scoped, creditor), (tx, found) ->
        letterheads.save(tx, person, found, change.apply(brandings.of(tx, found)), request.getRemoteAddr())).orElseThrow(NotThere::new);
    Told.done(saved.proposal().isPresent() ? "branding.saved-but-accounts" : done, saved.version()).showOn(next);
    return "redirect:/templates/" + creditor + "/branding";
  }

  private ResponseEntity<byte[]> page(HttpStatus status, Reader reader, Shown shown, Told said) {
    return pages.show(status, "template/branding", reader, Map.of("shown", shown, "said", said, "may", reader.person().orElseThrow().role().mayAuthor()));
  }

  private Shown shown(Reader reader, Creditor creditor, Branding now, Optional<Letterhead> typed) {
    var waiting = approvals.waitingAbout(reader.person().orElseThrow(), creditor.id().value()).stream().filter(one -> one.proposal().kind() == Kind.PAY_TO).toList();
    return new Shown(creditor, now, typed.orElseGet(() -> Letterhead.of(now)), missing(creditor, now), waiting);
  }

  private static Optional<String> missing(Creditor creditor, Branding now) {
    try {
      Messages.sample(now, language(creditor), Channel.LETTER);
      return Optional.empty();
    } catch (CannotRender why) {
      return Optional.of(String.valueOf(why.getMessage()));
    }
  }

  private static Composed sample(Creditor creditor, Branding branding, Channel channel) {
    try {
      return Messages.sample(branding, language(creditor), channel);
    } catch (CannotRender missing) {
      throw new NotThere();
    }
  }

  private static Language language(Creditor creditor) {
    return Language.of(creditor.language()).orElse(Language.EN);
  }

  private <T> T consulting(Reader reader, UUID creditor, BiFunction<DSLContext, Creditor, T> work) {
    return scope.consulting(reader.person().orElseThrow(), scoped -> find(scoped, creditor), work).orElseThrow(NotThere::new);
  }

  private Optional<Creditor> find(DSLContext scoped, UUID creditor) {
    return parties.creditors(scoped).stream().filter(one -> one.id().value().equals(creditor)).findFirst();
  }
}
