package io.duly.desk.me;

import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.By;
import io.duly.identity.PasswordRules;
import io.duly.identity.People;
import io.duly.identity.Person;
import io.duly.identity.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A new password for who knows the present one. All other sessions end, and this one gets another name. */
@Controller
class PasswordChange {
  private final SignIns signIns;
  private final People people;

  PasswordChange(SignIns signIns, People people) {
    this.signIns = signIns;
    this.people = people;
  }

  @PostMapping("/me/password")
  String change(
      Reader reader,
      @RequestParam(defaultValue = "") String current,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request,
      RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    var refusal = refusal(reader, person, current, password, again, request.getRemoteAddr());
    if (refusal.isEmpty()) {
      people.changePassword(person, password, request.getSession().getId(), By.person(person, request.getRemoteAddr()));
      request.changeSessionId();
    }
    refusal.map(Told::refused).orElse(Told.done("me.password-changed")).showOn(next);
    return "redirect:/me";
  }

  private Optional<String> refusal(Reader reader, Person person, String current, String password, String again, String address) {
    if (!password.equals(again)) {
      return Optional.of(reader.say("password.differ"));
    }
    return PasswordRules.flaw(password, person.login())
        .map(flaw -> reader.say("password." + flaw.name().toLowerCase(Locale.ROOT), PasswordRules.SHORTEST, PasswordRules.LONGEST))
        .or(() -> signIns.knows(person, current, address) ? Optional.empty() : Optional.of(reader.say("me.wrong-password")));
  }
}
