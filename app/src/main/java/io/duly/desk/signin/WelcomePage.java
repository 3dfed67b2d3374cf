package io.duly.desk.signin;

import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.identity.Links;
import io.duly.identity.PasswordRules;
import io.duly.identity.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a link leads by which a person chooses their password. Looking at it does not use it up. */
@Controller
class WelcomePage {
  private final Pages pages;
  private final Links links;

  WelcomePage(Pages pages, Links links) {
    this.pages = pages;
    this.links = links;
  }

  @GetMapping("/welcome/{secret}")
  ResponseEntity<byte[]> form(Reader reader, @PathVariable String secret) {
    return links.holder(secret).map(person -> form(HttpStatus.OK, reader, person, "")).orElseGet(() -> noLonger(reader));
  }

  @PostMapping("/welcome/{secret}")
  ResponseEntity<byte[]> choose(
      Reader reader,
      @PathVariable String secret,
      @RequestParam(defaultValue = "") String password,
      @RequestParam(defaultValue = "") String again,
      HttpServletRequest request) {
    var holder = links.holder(secret);
    if (holder.isPresent() && !password.equals(again)) {
      return form(HttpStatus.UNPROCESSABLE_CONTENT, reader, holder.get(), reader.say("password.differ"));
    }
    return switch (links.choose(secret, password, request.getRemoteAddr())) {
      case Links.Chosen _ -> ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/sign-in?chosen")).build();
      case Links.NotGood(var flaw) -> form(HttpStatus.UNPROCESSABLE_CONTENT, reader, holder.orElseThrow(), said(reader, flaw));
      case Links.NoLonger _ -> noLonger(reader);
    };
  }

  private static String said(Reader reader, PasswordRules.Flaw flaw) {
    return reader.say("password." + flaw.name().toLowerCase(Locale.ROOT), PasswordRules.SHORTEST, PasswordRules.LONGEST);
  }

  private ResponseEntity<byte[]> form(HttpStatus status, Reader reader, Person person, String notice) {
    return pages.show(status, "signin/welcome", reader, Map.of("login", person.login(), "name", person.name(), "notice", notice));
  }

  private ResponseEntity<byte[]> noLonger(Reader reader) {
    return pages.show(HttpStatus.NOT_FOUND, "signin/no-longer", reader, Map.of());
  }
}
