package io.duly.desk.me;

import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.ApiTokens;
import io.duly.identity.By;
import io.duly.identity.CannotMakeToken;
import io.duly.identity.TokenScope;
import io.duly.kernel.CreditorId;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own tokens: made, shown once in the answer itself, and ended. */
@Controller
class TokenActions {
  private final Pages pages;
  private final ApiTokens tokens;

  TokenActions(Pages pages, ApiTokens tokens) {
    this.pages = pages;
    this.tokens = tokens;
  }

  @PostMapping("/me/tokens")
  Object make(
      Reader reader, @RequestParam String name, @RequestParam(name = "scope", defaultValue = "") Set<TokenScope> scopes, @RequestParam Optional<UUID> creditor,
      @RequestParam int days, HttpServletRequest request, RedirectAttributes next) {
    var limited = creditor.map(one -> List.of(new CreditorId(one)));
    try {
      var made = tokens.make(reader.person().orElseThrow(), new ApiTokens.Wish(name, scopes, limited, Duration.ofDays(days)), by(reader, request));
      return pages.show("me/token", reader, Map.of("token", made.text(), "name", made.token().name(), "until", made.token().expiresAt()));
    } catch (CannotMakeToken refused) {
      Told.refused(reader.say("token-why." + refused.why().name().toLowerCase(Locale.ROOT))).showOn(next);
      return "redirect:/me";
    }
  }

  @PostMapping("/me/tokens/{id}/ending")
  String end(Reader reader, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    if (!tokens.end(reader.person().orElseThrow().id(), id, by(reader, request))) {
      throw new NotThere();
    }
    Told.done("token.ended").showOn(next);
    return "redirect:/me";
  }

  private static By by(Reader reader, HttpServletRequest request) {
    return By.person(reader.person().orElseThrow(), request.getRemoteAddr());
  }
}
