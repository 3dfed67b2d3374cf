package io.duly.desk.signin;

import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.identity.SignIns;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

@Controller
class SignInPage {
  private final Pages pages;

  SignInPage(Pages pages) {
    this.pages = pages;
  }

  @GetMapping("/sign-in")
  ResponseEntity<byte[]> form(
      Reader reader,
      @RequestParam Map<String, String> flags,
      @SessionAttribute(name = "duly.typed-login", required = false) @Nullable String typed) {
    var notice = flags.containsKey("wrong") ? reader.say("sign-in.wrong") : flags.containsKey("locked")
        ? reader.say("sign-in.locked", SignIns.LOCK.toMinutes()) : "";
    var farewell = flags.containsKey("out") ? reader.say("sign-in.out") : flags.containsKey("chosen") ? reader.say("sign-in.chosen") : "";
    return pages.show(
        "signin/page", reader, Map.of("notice", notice, "farewell", farewell, "login", typed == null ? "" : typed));
  }
}
