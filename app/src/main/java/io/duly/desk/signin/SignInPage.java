package io.duly.desk.signin;

import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.identity.CompanySettings;
import io.duly.identity.SignIns;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

@Controller
class SignInPage {
  /** Why somebody is here again. */
  private static final List<String> NOTICES = List.of("wrong", "passkey", "copied", "company", "stranger", "only", "unreachable");

  private final Pages pages;
  private final CompanySettings company;

  SignInPage(Pages pages, CompanySettings company) {
    this.pages = pages;
    this.company = company;
  }

  @GetMapping("/sign-in")
  ResponseEntity<byte[]> form(
      Reader reader,
      @RequestParam Map<String, String> flags,
      @SessionAttribute(name = "duly.typed-login", required = false) @Nullable String typed,
      HttpServletRequest request) {
    var notice = NOTICES.stream().filter(flags::containsKey).findFirst().map(flag -> reader.say("sign-in." + flag)).orElse("");
    var farewell = flags.containsKey("out") ? reader.say("sign-in.out") : flags.containsKey("chosen") ? reader.say("sign-in.chosen") : "";
    return pages.show(
        "signin/page", reader, Map.of("notice", notice, "farewell", farewell, "login", typed == null ? "" : typed, "company", company.name(), "leaving", leaving(request)));
  }

  /** Where whoever has just signed out here signs out at the company too; told once. */
  private static String leaving(HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || !(session.getAttribute("duly.company-leaving") instanceof String there)) {
      return "";
    }
    session.removeAttribute("duly.company-leaving");
    return there;
  }

  /** Where an attempt was not looked at. A login that nobody has is treated the same, so it tells nothing. */
  @PostMapping("/sign-in/refused")
  ResponseEntity<byte[]> refused(
      Reader reader,
      @RequestAttribute(name = "duly.wait", required = false) @Nullable Duration wait,
      @SessionAttribute(name = "duly.typed-login", required = false) @Nullable String typed) {
    long minutes = Math.max(1, (wait == null ? SignIns.LOCK : wait).plusSeconds(59).toMinutes());
    return pages.show(
        HttpStatus.TOO_MANY_REQUESTS, "signin/page", reader,
        Map.of("notice", reader.say("sign-in.locked", minutes), "farewell", "", "login", typed == null ? "" : typed, "company", company.name(), "leaving", ""));
  }
}
