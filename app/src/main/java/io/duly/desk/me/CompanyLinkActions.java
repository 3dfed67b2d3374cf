package io.duly.desk.me;

import io.duly.desk.page.NotThere;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.By;
import io.duly.identity.CompanySignIns;
import io.duly.identity.Passkeys;
import io.duly.identity.People;
import io.duly.identity.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Ends that a company's sign-in knows one by a subject, unless nothing else would let one in. */
@Controller
class CompanyLinkActions {
  private final CompanySignIns company;
  private final People people;
  private final Passkeys passkeys;

  CompanyLinkActions(CompanySignIns company, People people, Passkeys passkeys) {
    this.company = company;
    this.people = people;
    this.passkeys = passkeys;
  }

  @PostMapping("/me/company/{id}/ending")
  String end(Reader reader, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    var person = reader.person().orElseThrow();
    var refusal = refusal(person);
    if (refusal.isPresent()) {
      Told.refused(reader.say(refusal.get())).showOn(next);
    } else if (company.end(person.id(), id, By.person(person, request.getRemoteAddr()))) {
      Told.done("company.ended").showOn(next);
    } else {
      throw new NotThere();
    }
    return "redirect:/me";
  }

  /** The key of a sentence that says why not. */
  private Optional<String> refusal(Person person) {
    if (company.isTheOnlyWayOf(person)) {
      return Optional.of("company.only-way");
    }
    return people.hasPassword(person.id()) || passkeys.isAny(person.id()) ? Optional.empty() : Optional.of("company.last-way");
  }
}
