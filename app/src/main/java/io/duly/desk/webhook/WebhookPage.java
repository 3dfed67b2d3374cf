package io.duly.desk.webhook;

import io.duly.desk.page.NotThere;
import io.duly.desk.page.Pages;
import io.duly.desk.page.Reader;
import io.duly.desk.page.Told;
import io.duly.identity.MayNotChange;
import io.duly.identity.Person;
import io.duly.identity.Scope;
import io.duly.parties.Creditor;
import io.duly.parties.Parties;
import io.duly.webhooks.Event;
import io.duly.webhooks.EventKinds;
import io.duly.webhooks.Webhook;
import io.duly.webhooks.Webhooks;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One's webhooks, and what one of them was told. */
@Controller
public final class WebhookPage {
  private static final int EVENTS = 100;

  private final Pages pages;
  private final Scope scope;
  private final Parties parties;
  private final Webhooks webhooks;

  WebhookPage(Pages pages, Scope scope, Parties parties, Webhooks webhooks) {
    this.pages = pages;
    this.scope = scope;
    this.parties = parties;
    this.webhooks = webhooks;
  }

  /** What was typed into the form of a new one, where it was refused. */
  public record Typed(String name, String url, Set<String> kinds, Optional<UUID> creditor) {
    static final Typed NOTHING = new Typed("", "", Set.of(), Optional.empty());
  }

  /** @param kinds that can be told */
  public record Shown(List<Webhook> webhooks, List<Creditor> creditors, List<String> kinds, Typed typed) {
    /** Whose cases a webhook hears of; empty for all. */
    public List<String> names(Webhook webhook) {
      var theirs = webhook.creditors().orElse(List.of());
      return creditors.stream().filter(one -> theirs.contains(one.id())).map(Creditor::name).toList();
    }
  }

  @GetMapping("/webhooks")
  ResponseEntity<byte[]> list(Reader reader, Model flash) {
    return list(HttpStatus.OK, reader, Told.on(flash), Typed.NOTHING);
  }

  ResponseEntity<byte[]> list(HttpStatus status, Reader reader, Told said, Typed typed) {
    var person = mayConnect(reader);
    var shown = new Shown(webhooks.of(person), scope.reading(person, parties::creditors), EventKinds.ALL, typed);
    return pages.show(status, "webhook/list", reader, Map.of("shown", shown, "said", said));
  }

  @GetMapping("/webhooks/{id}")
  ResponseEntity<byte[]> one(Reader reader, @PathVariable UUID id, Model flash) {
    var person = mayConnect(reader);
    var webhook = webhooks.find(person, id).orElseThrow(NotThere::new);
    List<Event> events = webhooks.events(person, id, Optional.empty(), EVENTS);
    return pages.show("webhook/one", reader, Map.of("webhook", webhook, "events", events, "said", Told.on(flash)));
  }

  private static Person mayConnect(Reader reader) {
    var person = reader.person().orElseThrow();
    if (!person.role().mayConnect()) {
      throw new MayNotChange(person);
    }
    return person;
  }
}
