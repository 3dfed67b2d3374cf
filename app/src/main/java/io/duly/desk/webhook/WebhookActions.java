package io.duly.desk.webhook;

import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.By;
import io.duly.identity.Person;
import io.duly.kernel.CreditorId;
import io.duly.webhooks.CannotMakeWebhook;
import io.duly.webhooks.NewWebhook;
import io.duly.webhooks.Webhooks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's webhooks: made, tried, paused, ended; their secret is shown once in the answer itself. */
@Controller
class WebhookActions {
  private final Pages pages;
  private final WebhookPage page;
  private final Webhooks webhooks;

  WebhookActions(Pages pages, WebhookPage page, Webhooks webhooks) {
    this.pages = pages;
    this.page = page;
    this.webhooks = webhooks;
  }

  private interface Act {
    boolean of(Person person, By by);
  }

  @PostMapping("/webhooks")
  ResponseEntity<byte[]> make(
      Reader reader, @RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String url, @RequestParam(name = "kind", defaultValue = "") Set<String> kinds,
      @RequestParam Optional<UUID> creditor, HttpServletRequest request) {
    var wish = new NewWebhook(name, url.strip(), kinds, creditor.map(one -> List.of(new CreditorId(one))));
    try {
      return secret(reader, webhooks.make(reader.person().orElseThrow(), wish, by(reader, request)));
    } catch (CannotMakeWebhook refused) {
      var said = Told.refused(reader.say("webhook-why." + refused.why().name().toLowerCase(Locale.ROOT)));
      return page.list(HttpStatus.UNPROCESSABLE_CONTENT, reader, said, new WebhookPage.Typed(name, url, kinds, creditor));
    }
  }

  @PostMapping("/webhooks/{id}/rotation")
  ResponseEntity<byte[]> rotate(Reader reader, @PathVariable UUID id, HttpServletRequest request) {
    return secret(reader, webhooks.rotate(reader.person().orElseThrow(), id, by(reader, request)).orElseThrow(NotThere::new));
  }

  private ResponseEntity<byte[]> secret(Reader reader, Webhooks.Made made) {
    return pages.show("webhook/secret", reader, Map.of("webhook", made.webhook(), "secret", made.secret()));
  }

  @PostMapping("/webhooks/{id}/pausing")
  String pause(Reader reader, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    return act(reader, id, request, next, "webhook.was-paused", (person, by) -> webhooks.pause(person, id, by));
  }

  @PostMapping("/webhooks/{id}/resumption")
  String resume(Reader reader, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    return act(reader, id, request, next, "webhook.was-resumed", (person, by) -> webhooks.resume(person, id, by));
  }

  @PostMapping("/webhooks/{id}/ending")
  String end(Reader reader, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    return act(reader, id, request, next, "webhook.was-ended", (person, by) -> webhooks.end(person, id, by));
  }

  @PostMapping("/webhooks/{id}/test")
  String test(Reader reader, @PathVariable UUID id, HttpServletRequest request, RedirectAttributes next) {
    return act(reader, id, request, next, "webhook.test-sent", (person, _) -> webhooks.test(person, id).isPresent());
  }

  @PostMapping("/webhooks/{id}/events/{event}/sending")
  String again(Reader reader, @PathVariable UUID id, @PathVariable UUID event, HttpServletRequest request, RedirectAttributes next) {
    return act(reader, id, request, next, "webhook.again-sent", (person, _) -> webhooks.again(person, id, event));
  }

  private static String act(Reader reader, UUID id, HttpServletRequest request, RedirectAttributes next, String done, Act act) {
    if (!act.of(reader.person().orElseThrow(), by(reader, request))) {
      throw new NotThere();
    }
    Told.done(done).showOn(next);
    return "redirect:/webhooks/" + id;
  }

  private static By by(Reader reader, HttpServletRequest request) {
    return By.person(reader.person().orElseThrow(), request.getRemoteAddr());
  }
}
