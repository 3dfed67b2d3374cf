package io.duly.desk.me;

import io.duly.desk.page.NotThere;
import io.duly.desk.page.PasskeySite;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.By;
import io.duly.identity.PasskeyChallenge;
import io.duly.identity.Passkeys;
import io.duly.identity.People;
import io.duly.identity.RelyingParty;
import io.duly.identity.SecondStepRule;
import io.duly.identity.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own passkeys: made by who knows the present password, named, and removed. */
@Controller
@RequestMapping("/me/passkeys")
class PasskeyActions {
  private static final String HERE = "redirect:/me";

  private final Passkeys passkeys;
  private final SecondStepRule rule;
  private final People people;
  private final SignIns signIns;
  private final PasskeySite sites;
  private final InstantSource clock;

  PasskeyActions(Passkeys passkeys, SecondStepRule rule, People people, SignIns signIns, PasskeySite sites, InstantSource clock) {
    this.passkeys = passkeys;
    this.rule = rule;
    this.people = people;
    this.signIns = signIns;
    this.sites = sites;
    this.clock = clock;
  }

  /** What the browser is to ask an authenticator for; refused in a sentence. */
  @PostMapping("/challenge")
  ResponseEntity<Object> challenge(Reader reader, @RequestParam(defaultValue = "") String current, HttpServletRequest request) {
    var person = reader.person().orElseThrow();
    var site = site(request);
    if (site.isEmpty()) {
      return refused(HttpStatus.CONFLICT, sites.whyNot(reader, here(request)));
    }
    if (people.hasPassword(person.id()) && !signIns.knows(person, current, request.getRemoteAddr())) {
      return refused(HttpStatus.UNPROCESSABLE_CONTENT, reader.say("me.wrong-password"));
    }
    var challenge = PasskeyChallenge.random(clock.instant());
    request.getSession().setAttribute(PasskeyChallenge.TO_MAKE, challenge);
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(passkeys.wish(person, challenge, site.get()));
  }

  private static ResponseEntity<Object> refused(HttpStatus status, String why) {
    return ResponseEntity.status(status).contentType(MediaType.valueOf("text/plain;charset=UTF-8")).body(why);
  }

  @PostMapping
  String add(
      Reader reader, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String credential, HttpServletRequest request, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    var challenge = taken(request.getSession());
    var site = site(request);
    if (challenge.isEmpty() || site.isEmpty()) {
      Told.refused(reader.say("passkey-why.not_good")).showOn(next);
      return HERE;
    }
    var refusal = passkeys.add(person, name, credential, challenge.get(), site.get(), By.person(person, request.getRemoteAddr()));
    if (refusal.isEmpty()) {
      request.getSession().removeAttribute(SecondStepRule.LACKING);
    }
    refusal.map(why -> Told.refused(reader.say("passkey-why." + why.name().toLowerCase(Locale.ROOT), Passkeys.MOST))).orElse(Told.done("passkey.made")).showOn(next);
    return HERE;
  }

  @PostMapping("/{id}/name")
  String rename(Reader reader, @PathVariable UUID id, @RequestParam(defaultValue = "") String name, HttpServletRequest request, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    boolean done = passkeys.rename(person, id, name, By.person(person, request.getRemoteAddr()));
    (done ? Told.done("passkey.named") : Told.refused(reader.say("passkey-why.name"))).showOn(next);
    return HERE;
  }

  @PostMapping("/{id}/removal")
  String remove(Reader reader, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    if (rule.needsThePasskey(person)) {
      Told.refused(reader.say("passkey.needed")).showOn(next);
    } else if (!passkeys.remove(person.id(), id, By.person(person, request.getRemoteAddr()))) {
      throw new NotThere();
    } else {
      Told.done("passkey.removed").showOn(next);
    }
    return HERE;
  }

  private Optional<RelyingParty.Site> site(HttpServletRequest request) {
    return sites.at(here(request));
  }

  private static URI here(HttpServletRequest request) {
    return URI.create(request.getRequestURL().toString());
  }

  private static Optional<PasskeyChallenge> taken(HttpSession session) {
    var kept = Optional.ofNullable(session.getAttribute(PasskeyChallenge.TO_MAKE)).map(PasskeyChallenge.class::cast);
    session.removeAttribute(PasskeyChallenge.TO_MAKE);
    return kept;
  }
}
