package io.duly.desk.people;

import io.duly.approvals.Approvals;
import io.duly.approvals.Rights;
import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Administration;
import io.duly.identity.Administration.Standing;
import io.duly.identity.ApiToken;
import io.duly.identity.ApiTokens;
import io.duly.identity.By;
import io.duly.identity.Changes;
import io.duly.identity.CompanyLink;
import io.duly.identity.CompanySettings;
import io.duly.identity.CompanySignIns;
import io.duly.identity.Links;
import io.duly.identity.Passkeys;
import io.duly.identity.Person;
import io.duly.identity.Role;
import io.duly.identity.SecondFactors;
import io.duly.identity.Sessions;
import io.duly.kernel.CreditorId;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One person: role, creditors, link, shut out and let in, sessions, second step, and what was done before. */
@Controller
@RequestMapping("/people/{id}")
public final class PersonPage {
  private static final int CHANGES = 100;

  private final Pages pages;
  private final Administration administration;
  private final Links links;
  private final SecondFactors factors;
  private final Sessions sessions;
  private final Changes changes;
  private final Parties parties;
  private final DSLContext dsl;
  private final LinkShown shown;
  private final ApiTokens tokens;
  private final Passkeys passkeys;
  private final Rights rights;
  private final Approvals approvals;
  private final CompanySignIns company;
  private final CompanySettings settings;

  PersonPage(
      Pages pages, Administration administration, Links links, SecondFactors factors, Sessions sessions, Changes changes, Parties parties, DSLContext dsl, LinkShown shown, ApiTokens tokens, Passkeys passkeys,
      Rights rights, Approvals approvals, CompanySignIns company, CompanySettings settings) {
    this.pages = pages;
    this.administration = administration;
    this.links = links;
    this.factors = factors;
    this.sessions = sessions;
    this.changes = changes;
    this.parties = parties;
    this.dsl = dsl;
    this.shown = shown;
    this.tokens = tokens;
    this.passkeys = passkeys;
    this.rights = rights;
    this.approvals = approvals;
    this.company = company;
    this.settings = settings;
  }

  public record Shown(Standing standing, List<Creditor> creditors, List<Sessions.Open> sessions, List<ApiToken> tokens, List<Changes.Change> changes, List<Approvals.Shown> waiting, List<CompanyLink> links, boolean companyGivesRoles) {}

  @GetMapping
  ResponseEntity<byte[]> page(Reader reader, @PathVariable UUID id, Model flash) {
    var standing = standing(id);
    var person = standing.person().id();
    var all = new Shown(standing, parties.creditors(dsl), sessions.of(person, ""), tokens.of(person), changes.of(person, CHANGES), approvals.waitingAbout(reader.person().orElseThrow(), id), company.links(person), settings.givesRoles());
    return pages.show("people/person", reader, Map.of("shown", all, "said", Told.on(flash)));
  }

  @PostMapping("/link")
  ResponseEntity<byte[]> link(Reader reader, @PathVariable UUID id, HttpServletRequest request) {
    return shown.once(reader, links.make(standing(id).person(), by(reader, request)), request);
  }

  @PostMapping("/role")
  String role(Reader reader, @PathVariable UUID id, @RequestParam Role role, HttpServletRequest request, RedirectAttributes next) {
    return decides(reader, id, next, person -> rights.role(person, role, reader.person().orElseThrow(), request.getRemoteAddr()) ? "people.role-waits" : "people.role-changed");
  }

  /** @param all every creditor, those of later too */
  @PostMapping("/scope")
  String scope(
      Reader reader, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean all, @RequestParam(defaultValue = "") List<UUID> creditor,
      HttpServletRequest request, RedirectAttributes next) {
    var chosen = parties.creditors(dsl).stream().filter(one -> creditor.contains(one.id().value())).toList();
    var names = chosen.stream().map(Creditor::name).collect(Collectors.joining(", "));
    var scope = all ? Optional.<List<CreditorId>>empty() : Optional.of(chosen.stream().map(Creditor::id).toList());
    return does(reader, id, next, "people.scope-changed", person -> administration.scope(person, scope, all ? "*" : names, by(reader, request)));
  }

  @PostMapping("/exclusion")
  String shutOut(Reader reader, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    return does(reader, id, next, "people.is-shut-out", person -> administration.shutOut(person, by(reader, request)));
  }

  @PostMapping("/admission")
  String letIn(Reader reader, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    return decides(reader, id, next, person -> rights.letIn(person, reader.person().orElseThrow(), request.getRemoteAddr()) ? "people.return-waits" : "people.is-let-in");
  }

  @PostMapping("/sessions/ending")
  String endSessions(Reader reader, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    return does(reader, id, next, "people.sessions-ended", person -> administration.endSessions(person, by(reader, request)));
  }

  @PostMapping("/sessions/{number}/ending")
  String endSession(Reader reader, @PathVariable UUID id, @PathVariable UUID number, RedirectAttributes next) {
    return does(reader, id, next, "me.session-ended", person -> sessions.end(person.id(), number));
  }

  @PostMapping("/tokens/{token}/ending")
  String endToken(Reader reader, @PathVariable UUID id, @PathVariable UUID token, HttpServletRequest request, RedirectAttributes next) {
    return does(reader, id, next, "token.ended", person -> tokens.end(person.id(), token, by(reader, request)));
  }

  @PostMapping("/company/{link}/ending")
  String endLink(Reader reader, @PathVariable UUID id, @PathVariable UUID link, HttpServletRequest request, RedirectAttributes next) {
    return does(reader, id, next, "company.ended", person -> company.end(person.id(), link, by(reader, request)));
  }

  @PostMapping("/second-step/removal")
  String withoutSecondStep(Reader reader, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    return does(reader, id, next, "people.second-step-off", person -> factors.remove(person.id(), by(reader, request)));
  }

  @PostMapping("/passkeys/removal")
  String withoutPasskeys(Reader reader, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    return does(reader, id, next, "people.passkeys-off", person -> passkeys.removeAll(person.id(), by(reader, request)));
  }

  private interface Act {
    void on(Person person);
  }

  private String does(Reader reader, UUID id, RedirectAttributes next, String done, Act act) {
    return decides(reader, id, next, person -> {
      act.on(person);
      return done;
    });
  }

  /** @param act says what it came to, by the key of a sentence */
  private String decides(Reader reader, UUID id, RedirectAttributes next, Function<Person, String> act) {
    try {
      Told.done(act.apply(standing(id).person())).showOn(next);
    } catch (Administration.LastAdministrator last) {
      Told.refused(reader.say("people.last-administrator")).showOn(next);
    } catch (Administration.ClientWithoutCreditors without) {
      Told.refused(reader.say("people.client-creditors")).showOn(next);
    }
    return "redirect:/people/" + id;
  }

  private Standing standing(UUID id) {
    return administration.everybody().stream().filter(one -> one.person().uuid().equals(id)).findFirst().orElseThrow(NotThere::new);
  }

  private static By by(Reader reader, HttpServletRequest request) {
    return By.person(reader.person().orElseThrow(), request.getRemoteAddr());
  }
}
