package io.duly.desk.template;

import io.duly.correspondence.template.Kind;
import io.duly.correspondence.template.OwnTemplate;
import io.duly.correspondence.template.TemplateText;
import io.duly.correspondence.template.Templates;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Scope;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.duly.wording.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which words are in force, by kind, language and creditor. */
@Controller
public final class TemplatesPage {
  private static final int LATEST = 50;

  private final Pages pages;
  private final Scope scope;
  private final Parties parties;
  private final Templates templates;

  TemplatesPage(Pages pages, Scope scope, Parties parties, Templates templates) {
    this.pages = pages;
    this.scope = scope;
    this.parties = parties;
    this.templates = templates;
  }

  /**
   * What the list shows.
   *
   * @param form which of what comes out the list is about: {@code plain}, {@code letter} or {@code sms}
   * @param own versions of the creditor, by kind and language
   * @param others the versions of all creditors that the reader sees, the last saved first
   */
  public record Shown(List<Creditor> creditors, Creditor creditor, String form, Map<String, TemplateText> own, List<OwnTemplate> others) {
    public static final List<String> FORMS = List.of("plain", "letter", "sms");

    public Optional<TemplateText> own(Kind kind, Language language) {
      return Optional.ofNullable(own.get(key(kind, language)));
    }

    /** A guide for a call is read, never sent. */
    public List<Kind> kinds() {
      return Kind.ofTemplates().stream().filter(kind -> kind != Kind.CALL || form.equals("plain")).toList();
    }

    public String address(Kind kind, Language language) {
      return Named.address(creditor, kind, language) + (form.equals("plain") ? "" : "?as=" + form);
    }

    public String address(OwnTemplate other) {
      return Named.address(whose(other), other.text().kind(), other.text().language());
    }

    public Creditor whose(OwnTemplate other) {
      return creditors.stream().filter(one -> one.id().equals(other.creditor())).findFirst().orElseThrow();
    }

    public String addressAs(String other) {
      return "/templates?creditor=" + creditor.id() + "&as=" + other;
    }

    private static String key(Kind kind, Language language) {
      return kind.word() + language.code();
    }
  }

  @GetMapping("/templates")
  ResponseEntity<byte[]> list(Reader reader, Model flash, @RequestParam Optional<UUID> creditor, @RequestParam(defaultValue = "plain") String as) {
    var form = Shown.FORMS.contains(as) ? as : "plain";
    var shown = scope.reading(reader.person().orElseThrow(), scoped -> shown(scoped, creditor, form));
    return shown.isPresent()
        ? pages.show("template/list", reader, Map.of("shown", shown.get(), "said", Told.on(flash)))
        : pages.show("template/none", reader, Map.of());
  }

  /** Nothing where there is no creditor yet. */
  private Optional<Shown> shown(DSLContext scoped, Optional<UUID> chosen, String form) {
    var creditors = parties.creditors(scoped);
    if (creditors.isEmpty()) {
      return Optional.empty();
    }
    var creditor =
        chosen.map(id -> creditors.stream().filter(one -> one.id().value().equals(id)).findFirst().orElseThrow(NotThere::new)).orElse(creditors.getFirst());
    var own = templates.own(scoped, creditor.id()).stream()
        .collect(Collectors.toMap(text -> Shown.key(text.kind(), text.language()), Function.identity()));
    return Optional.of(new Shown(creditors, creditor, form, own, creditors.size() > 1 ? templates.own(scoped, LATEST) : List.of()));
  }
}
