package io.duly.desk.signin;

import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Asks for the code of the second step. */
@Controller
class CodePage {
  private final Pages pages;

  CodePage(Pages pages) {
    this.pages = pages;
  }

  @GetMapping("/sign-in/code")
  ResponseEntity<byte[]> form(Reader reader, @RequestParam Map<String, String> flags, HttpServletRequest request) {
    var session = request.getSession(false);
    if (session == null || session.getAttribute("duly.half") == null) {
      return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/sign-in")).build();
    }
    return pages.show("signin/code", reader, Map.of("notice", flags.containsKey("wrong") ? reader.say("code.wrong") : "", "code", !"PASSKEY".equals(session.getAttribute("duly.half-asked"))));
  }
}
