package io.duly.desk.me;

import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.By;
import io.duly.identity.People;
import io.duly.identity.Person;
import io.duly.identity.SecondFactors;
import io.duly.identity.SecondStepRule;
import io.duly.identity.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sets the second step of signing in up, and takes it away. */
@Controller
public final class SecondFactorPage {
  private static final String HERE = "redirect:/me/second-factor";

  private final Pages pages;
  private final SecondFactors factors;
  private final SecondStepRule rule;
  private final People people;
  private final SignIns signIns;
  private final PasskeyPart passkeys;

  SecondFactorPage(Pages pages, SecondFactors factors, SecondStepRule rule, People people, SignIns signIns, PasskeyPart passkeys) {
    this.pages = pages;
    this.factors = factors;
    this.rule = rule;
    this.people = people;
    this.signIns = signIns;
    this.passkeys = passkeys;
  }

  /**
   * @param required the person's role must have it
   * @param left recovery codes that were not used
   * @param waiting what an authenticator is told, while it is being set up
   * @param codes the recovery codes, the one time that they are shown
   * @param password whether the present password is asked for
   */
  public record Shown(boolean on, boolean required, int left, Optional<SecondFactors.Enrolment> waiting, Optional<QrPicture> picture, List<String> codes, PasskeyPart.Shown passkeys, boolean password) {}

  @GetMapping("/me/second-factor")
  ResponseEntity<byte[]> page(Reader reader, Model flash) {
    return show(HttpStatus.OK, reader, Told.on(flash), List.of());
  }

  @PostMapping("/me/second-factor/beginning")
  String begin(Reader reader) {
    factors.begin(reader.person().orElseThrow());
    return HERE;
  }

  /** The answer itself holds the recovery codes, for they are kept nowhere that they could be read again. */
  @PostMapping("/me/second-factor/confirming")
  ResponseEntity<byte[]> confirm(Reader reader, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
    var person = reader.person().orElseThrow();
    var codes = factors.confirm(person, code, By.person(person, request.getRemoteAddr()));
    if (codes.isEmpty()) {
      return show(HttpStatus.UNPROCESSABLE_CONTENT, reader, Told.refused(reader.say("code.wrong")), List.of());
    }
    request.getSession().removeAttribute(SecondStepRule.LACKING);
    return show(HttpStatus.OK, reader, Told.done("factor.on"), codes.get());
  }

  @PostMapping("/me/second-factor/removal")
  String remove(Reader reader, @RequestParam(defaultValue = "") String current, HttpServletRequest request, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    if (rule.isNeededBy(person)) {
      Told.refused(reader.say("factor.required")).showOn(next);
    } else if (!isKnown(person, current, request)) {
      Told.refused(reader.say("me.wrong-password")).showOn(next);
    } else {
      factors.remove(person.id(), By.person(person, request.getRemoteAddr()));
      Told.done("factor.off").showOn(next);
    }
    return HERE;
  }

  /** New recovery codes, in the answer itself; those before are good no longer. */
  @PostMapping("/me/second-factor/codes")
  ResponseEntity<byte[]> newCodes(Reader reader, @RequestParam(defaultValue = "") String current, HttpServletRequest request) {
    var person = reader.person().orElseThrow();
    if (!isKnown(person, current, request)) {
      return show(HttpStatus.UNPROCESSABLE_CONTENT, reader, Told.refused(reader.say("me.wrong-password")), List.of());
    }
    var codes = factors.newRecoveryCodes(person, By.person(person, request.getRemoteAddr()));
    return show(HttpStatus.OK, reader, codes.isEmpty() ? Told.NOTHING : Told.done("factor.new-codes"), codes.orElse(List.of()));
  }

  /** Whoever has no password cannot be asked for it. */
  private boolean isKnown(Person person, String current, HttpServletRequest request) {
    return !people.hasPassword(person.id()) || signIns.knows(person, current, request.getRemoteAddr());
  }

  private ResponseEntity<byte[]> show(HttpStatus status, Reader reader, Told said, List<String> codes) {
    var person = reader.person().orElseThrow();
    var waiting = factors.enrolment(person);
    var shown =
        new Shown(
            factors.isOn(person.id()), rule.isNeededBy(person), factors.recoveryCodesLeft(person.id()), waiting,
            waiting.map(one -> QrPicture.of(one.address())), codes, passkeys.of(reader), people.hasPassword(person.id()));
    return pages.show(status, "me/factor", reader, Map.of("shown", shown, "said", said));
  }
}
