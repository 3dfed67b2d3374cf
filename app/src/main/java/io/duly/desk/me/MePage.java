package io.duly.desk.me;

import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.ApiToken;
import io.duly.identity.ApiTokens;
import io.duly.identity.Changes;
import io.duly.identity.CompanyLink;
import io.duly.identity.CompanySignIns;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.identity.SecondFactors;
import io.duly.identity.Sessions;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a person may, where they are signed in, and what was done to their right to sign in. */
@Controller
public final class MePage {
  private static final int CHANGES = 20;

  private final Pages pages;
  private final Scope scope;
  private final Parties parties;
  private final Sessions sessions;
  private final SecondFactors factors;
  private final Changes changes;
  private final ApiTokens tokens;
  private final PasskeyPart passkeys;
  private final CompanySignIns company;

  MePage(Pages pages, Scope scope, Parties parties, Sessions sessions, SecondFactors factors, Changes changes, ApiTokens tokens, PasskeyPart passkeys, CompanySignIns company) {
    this.pages = pages;
    this.scope = scope;
    this.parties = parties;
    this.sessions = sessions;
    this.factors = factors;
    this.changes = changes;
    this.tokens = tokens;
    this.passkeys = passkeys;
    this.company = company;
  }

  /** @param creditors whose data the person sees */
  public record Shown(Person person, List<Creditor> creditors, List<Sessions.Open> sessions, boolean secondFactor, PasskeyPart.Shown passkeys, List<ApiToken> tokens, List<Changes.Change> changes, List<CompanyLink> links) {}

  @GetMapping("/me")
  ResponseEntity<byte[]> page(Reader reader, Model flash, HttpSession session) {
    var person = reader.person().orElseThrow();
    var creditors = scope.reading(person, parties::creditors);
    var shown = new Shown(person, creditors, sessions.of(person.id(), session.getId()), factors.isOn(person.id()), passkeys.of(reader), tokens.of(person.id()), changes.of(person.id(), CHANGES), company.links(person.id()));
    return pages.show("me/page", reader, Map.of("shown", shown, "said", Told.on(flash)));
  }

  @PostMapping("/me/sessions/{number}/ending")
  String end(Reader reader, @PathVariable UUID number, RedirectAttributes next) {
    if (!sessions.end(reader.person().orElseThrow().id(), number)) {
      throw new NotThere();
    }
    Told.done("me.session-ended").showOn(next);
    return "redirect:/me";
  }

  @PostMapping("/me/sessions/ending")
  String endOthers(Reader reader, HttpSession session, RedirectAttributes next) {
    Told.done("me.others-ended", sessions.endOthers(reader.person().orElseThrow().id(), session.getId())).showOn(next);
    return "redirect:/me";
  }
}
