package io.duly.desk.people;

import io.duly.approvals.Rights;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.Administration;
import io.duly.identity.By;
import io.duly.identity.Changes;
import io.duly.identity.LoginTaken;
import io.duly.identity.Role;
import io.duly.identity.SecondStepRule;
import io.duly.kernel.CreditorId;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody who may sign in, and adding somebody. */
@Controller
public final class PeoplePage {
  private static final Pattern LOGIN = Pattern.compile("[\\p{Ll}\\p{Nd}][\\p{Ll}\\p{Nd}._@+-]{0,99}");
  private static final int NAME_LIMIT = 200;
  private static final int RULES = 20;

  private final Pages pages;
  private final Administration administration;
  private final Rights rights;
  private final Parties parties;
  private final DSLContext dsl;
  private final LinkShown shown;
  private final SecondStepRule rule;
  private final Changes changes;

  PeoplePage(Pages pages, Administration administration, Rights rights, Parties parties, DSLContext dsl, LinkShown shown, SecondStepRule rule, Changes changes) {
    this.pages = pages;
    this.administration = administration;
    this.rights = rights;
    this.parties = parties;
    this.dsl = dsl;
    this.shown = shown;
    this.rule = rule;
    this.changes = changes;
  }

  /** What was typed into the form of somebody new, where it was refused. */
  public record Typed(String login, String name, String role) {
    static final Typed NOTHING = new Typed("", "", Role.COLLECTOR.code());
  }

  @GetMapping("/people")
  ResponseEntity<byte[]> page(Reader reader, Model flash) {
    return show(HttpStatus.OK, reader, Told.on(flash), Typed.NOTHING);
  }

  /** @param creditor whose data the person may see; none for every creditor's */
  @PostMapping("/people")
  ResponseEntity<byte[]> add(
      Reader reader,
      @RequestParam(defaultValue = "") String login,
      @RequestParam(defaultValue = "") String name,
      @RequestParam Role role,
      @RequestParam(defaultValue = "") List<UUID> creditor,
      HttpServletRequest request) {
    var typed = new Typed(login.strip(), name.strip(), role.code());
    var lower = typed.login().toLowerCase(java.util.Locale.ROOT);
    if (!LOGIN.matcher(lower).matches() || typed.name().isEmpty() || typed.name().length() > NAME_LIMIT) {
      return refused(reader, "people.name-missing", typed);
    }
    if (role == Role.CLIENT && creditor.isEmpty()) {
      return refused(reader, "people.client-creditors", typed);
    }
    try {
      var scope = creditor.isEmpty() ? Optional.<List<CreditorId>>empty() : Optional.of(creditor.stream().map(CreditorId::new).toList());
      var admitted = rights.admit(lower, typed.name(), role, scope, reader.person().orElseThrow(), request.getRemoteAddr());
      return shown.once(reader, admitted.link(), admitted.waits(), request);
    } catch (LoginTaken taken) {
      return refused(reader, "people.login-taken", typed);
    }
  }

  /** @param role each that needs a second step of signing in from now on; the others do not */
  @PostMapping("/people/second-step")
  String secondStep(Reader reader, @RequestParam(defaultValue = "") Set<Role> role, HttpServletRequest request, RedirectAttributes next) {
    rule.require(role, By.person(reader.person().orElseThrow(), request.getRemoteAddr()));
    Told.done("people.second-step-said").showOn(next);
    return "redirect:/people";
  }

  private ResponseEntity<byte[]> refused(Reader reader, String why, Typed typed) {
    return show(HttpStatus.UNPROCESSABLE_CONTENT, reader, Told.refused(reader.say(why)), typed);
  }

  private ResponseEntity<byte[]> show(HttpStatus status, Reader reader, Told said, Typed typed) {
    List<Creditor> creditors = parties.creditors(dsl);
    return pages.show(
        status, "people/page", reader,
        Map.of("people", administration.everybody(), "creditors", creditors, "said", said, "typed", typed, "required", rule.required(), "rules", changes.ofRules(RULES)));
  }
}
