package io.duly.desk.api;

import io.duly.desk.page.NotThere;
import io.duly.identity.TokenScope;
import io.duly.kernel.CreditorId;
import io.duly.webhooks.Event;
import io.duly.webhooks.NewWebhook;
import io.duly.webhooks.Webhook;
import io.duly.webhooks.Webhooks;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What other systems are told of, in the person's name. */
@RestController
@RequestMapping("/api/v1/webhooks")
@Tag(name = "Webhooks")
class WebhooksApi {
  private final Webhooks webhooks;

  WebhooksApi(Webhooks webhooks) {
    this.webhooks = webhooks;
  }

  @Schema(name = "Webhook", description = "An address that is told what happens")
  record WebhookJson(
      UUID id, @Schema(example = "Our ledger") String name, @Schema(example = "https://erp.example/hooks/duly") String url,
      @Schema(description = "of lines of the journal; absent: all") Optional<List<String>> kinds, @Schema(description = "absent: all that the person sees") Optional<List<UUID>> creditors,
      Instant madeAt, @Schema(description = "failures since the last that was taken") int failures, Optional<Instant> lastTaken,
      @Schema(description = "failing: for three days; person: somebody paused it") Optional<String> paused,
      @Schema(description = "person, gone (it answered 410), owner (its person may no longer), forgotten (paused for thirty days)") Optional<String> ended,
      @Schema(description = "events that it was not told of yet") int waiting) {
    static WebhookJson of(Webhook one) {
      return new WebhookJson(
          one.id(), one.name(), one.url(), one.kinds(), one.creditors().map(all -> all.stream().map(CreditorId::value).toList()), one.madeAt(), one.failures(), one.lastTaken(), one.paused(),
          one.ended(), one.waiting());
    }
  }

  @Schema(name = "WebhookMade", description = "The secret is shown in no other answer")
  record MadeJson(WebhookJson webhook, @Schema(example = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw") String secret) {
    static MadeJson of(Webhooks.Made made) {
      return new MadeJson(WebhookJson.of(made.webhook()), made.secret());
    }
  }

  @Schema(name = "WebhookEvent", description = "Something that a webhook was told of, or will be")
  record EventJson(
      @Schema(description = "the header webhook-id") UUID id, @Schema(example = "promise-made") String kind, Optional<Long> caseNumber, Optional<Integer> seq, Instant occurredAt,
      @Schema(allowableValues = {"waiting", "taken", "left_out"}) String state, @Schema(description = "when it is tried next, while it waits") Optional<Instant> due, int attempts,
      Optional<AttemptJson> lastAttempt) {
    static EventJson of(Event one) {
      return new EventJson(
          one.id(), one.kind(), one.caseNumber(), one.seq(), one.occurredAt(), one.state(), Optional.of(one.due()).filter(_ -> one.isWaiting()), one.attempts(),
          one.last().map(last -> new AttemptJson(last.at(), last.status(), last.trouble())));
    }
  }

  @Schema(name = "WebhookAttempt")
  record AttemptJson(
      Instant at, Optional<Integer> status,
      @Schema(description = "status, unknown-host, inside, refused, tls, timeout or broken") Optional<String> trouble) {}

  record NewSubscription(
      @NotBlank @Size(max = 100) @Schema(example = "Our ledger") String name, @NotBlank @Size(max = 2000) @Schema(example = "https://erp.example/hooks/duly") String url,
      @Schema(description = "of lines of the journal; absent: all", example = "[\"promise-made\", \"closed\"]") Optional<@Size(min = 1, max = 100) Set<@NotBlank String>> kinds,
      @Schema(description = "absent: all that the token sees") Optional<@Size(min = 1, max = 1000) List<UUID>> creditors) {}

  record Sent(UUID id) {}

  @GetMapping
  @Needs(TokenScope.WEBHOOKS)
  @Operation(operationId = "webhooks", summary = "Those of the token's person, with those that ended in the last thirty days")
  Listing<WebhookJson> list(Call call) {
    return Listing.whole(webhooks.of(call.person()).stream().map(WebhookJson::of).toList());
  }

  @GetMapping("/{id}")
  @Needs(TokenScope.WEBHOOKS)
  @Operation(operationId = "webhook", summary = "A webhook, and how it is doing")
  WebhookJson read(Call call, @PathVariable UUID id) {
    return webhooks.find(call.person(), id).map(WebhookJson::of).orElseThrow(NotThere::new);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.WEBHOOKS)
  @Operation(operationId = "addWebhook", summary = "From now on an address is told what happens; its secret is in this answer only", description = "How to check what comes is in docs/webhooks.md.")
  MadeJson add(Call call, @RequestBody @Valid NewSubscription body) {
    var creditors = body.creditors().map(all -> all.stream().map(CreditorId::new).toList());
    return MadeJson.of(webhooks.make(call.person(), new NewWebhook(body.name(), body.url(), body.kinds().orElse(Set.of()), creditors), call.by()));
  }

  @PostMapping("/{id}/rotation")
  @Needs(TokenScope.WEBHOOKS)
  @Changes("/api/v1/webhooks/{id}")
  @Operation(operationId = "rotateWebhook", summary = "A new secret; for a day everything is signed with the one before, too")
  MadeJson rotate(Call call, @PathVariable UUID id) {
    return MadeJson.of(webhooks.rotate(call.person(), id, call.by()).orElseThrow(NotThere::new));
  }

  @PostMapping("/{id}/pausing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.WEBHOOKS)
  @Changes("/api/v1/webhooks/{id}")
  @Operation(operationId = "pauseWebhook", summary = "Nothing is sent until it is resumed; what happens is kept for it for thirty days")
  void pause(Call call, @PathVariable UUID id) {
    there(webhooks.pause(call.person(), id, call.by()));
  }

  @PostMapping("/{id}/resumption")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.WEBHOOKS)
  @Changes("/api/v1/webhooks/{id}")
  @Operation(operationId = "resumeWebhook", summary = "Goes on where it stopped, at once")
  void resume(Call call, @PathVariable UUID id) {
    there(webhooks.resume(call.person(), id, call.by()));
  }

  @PostMapping("/{id}/ending")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.WEBHOOKS)
  @Changes("/api/v1/webhooks/{id}")
  @Operation(operationId = "endWebhook", summary = "Nothing is told to it any more")
  void end(Call call, @PathVariable UUID id) {
    there(webhooks.end(call.person(), id, call.by()));
  }

  @PostMapping("/{id}/test")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Needs(TokenScope.WEBHOOKS)
  @Operation(operationId = "testWebhook", summary = "Sends an event of the kind test, once")
  Sent test(Call call, @PathVariable UUID id) {
    return new Sent(webhooks.test(call.person(), id).orElseThrow(NotThere::new));
  }

  @GetMapping("/{id}/events")
  @Needs(TokenScope.WEBHOOKS)
  @Operation(operationId = "webhookEvents", summary = "What it was told of in the last thirty days and what waits, the latest first")
  Listing<EventJson> events(Call call, @PathVariable UUID id, @RequestParam Optional<String> cursor, @RequestParam(defaultValue = "50") @Min(1) @Max(Listing.MOST) int limit) {
    there(webhooks.find(call.person(), id).isPresent());
    var list = "webhook " + id;
    return Listing.cut(webhooks.events(call.person(), id, Cursor.read(cursor, list, WebhooksApi::place), limit + 1), limit, list, one -> one.madeAt() + "|" + one.id()).map(EventJson::of);
  }

  @PostMapping("/{id}/events/{event}/sending")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Needs(TokenScope.WEBHOOKS)
  @Operation(operationId = "sendEventAgain", summary = "Tells an event once more, under the same id")
  Sent again(Call call, @PathVariable UUID id, @PathVariable UUID event) {
    there(webhooks.again(call.person(), id, event));
    return new Sent(event);
  }

  private static void there(boolean found) {
    if (!found) {
      throw new NotThere();
    }
  }

  private static Optional<Webhooks.Place> place(String text) {
    var parts = text.indexOf('|');
    try {
      return parts < 0 ? Optional.empty() : Optional.of(new Webhooks.Place(Instant.parse(text.substring(0, parts)), UUID.fromString(text.substring(parts + 1))));
    } catch (DateTimeParseException | IllegalArgumentException none) {
      return Optional.empty();
    }
  }
}
