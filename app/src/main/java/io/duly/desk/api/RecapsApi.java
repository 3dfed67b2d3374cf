package io.duly.desk.api;

import io.duly.cases.Cases;
import io.duly.correspondence.Recaps;
import io.duly.desk.page.NotThere;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.kernel.MessageId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What was agreed, in writing (P30). */
@RestController
@RequestMapping("/api/v1/cases/{case}/recaps")
@Tag(name = "Agreements")
class RecapsApi {
  private final Scope scope;
  private final Changing changing;
  private final Cases cases;
  private final Recaps recaps;

  RecapsApi(Scope scope, Changing changing, Cases cases, Recaps recaps) {
    this.scope = scope;
    this.changing = changing;
    this.cases = cases;
    this.recaps = recaps;
  }

  @Schema(name = "Recap")
  record RecapJson(
      @Schema(description = "its id in the outbox") UUID message, @Schema(description = "the plan that it repeats") Optional<UUID> plan, @Schema(description = "or the promise") Optional<UUID> promise,
      @Schema(description = "it asked again, politely") boolean again, @Schema(example = "sent") String state, @Schema(example = "email") String channel, LocalDate plannedOn,
      Optional<LocalDate> sentOn, @Schema(description = "when the debtor said yes") Optional<Instant> acknowledgedAt, @Schema(example = "reply") Optional<String> acknowledgedBy,
      @Schema(description = "their words") Optional<String> words) {}

  /** How a person of ours heard the yes; what the debtor says in the portal comes from there. */
  private enum Heard {
    REPLY,
    CALL,
    LETTER
  }

  record Recapped(List<RecapJson> recaps) {}

  @Schema(name = "PlannedRecap")
  record PlannedJson(@Schema(description = "the message that waits") UUID message, @Schema(example = "email") String channel, LocalDate plannedOn) {}

  @Schema(name = "RecapAcknowledgement")
  record NewYes(
      @Schema(allowableValues = {"reply", "call", "letter"}, example = "reply") @Size(min = 1, max = 20) String by,
      @Schema(description = "where they said more than yes", example = "Yes, agreed.") Optional<@Size(max = 2000) String> words) {}

  @Schema(name = "RecapAcknowledged")
  record YesJson(@Schema(description = "whether it is the first; said twice, the first counts") boolean first) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "listRecaps", summary = "What was agreed and written to the debtor, the latest first")
  Recapped list(Call call, @PathVariable("case") String named) {
    return scope.reading(call.person(), scoped -> cases.find(scoped, named).map(id -> new Recapped(recaps.of(scoped, id).stream().map(RecapsApi::json).toList()))).orElseThrow(NotThere::new);
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.CREATED)
  @Needs(TokenScope.PROMISES)
  @Operation(operationId = "planRecap", summary = "Writes to the debtor what runs: the plan, or the promise")
  PlannedJson plan(Call call, @PathVariable("case") String named) {
    return changing.change(call, scoped -> cases.find(scoped, named), (tx, id) -> {
      var planned = recaps.plan(tx, id, call.recorded());
      return new PlannedJson(planned.message().value(), planned.channel(), planned.plannedOn());
    });
  }

  @PostMapping(path = "/{message}/acknowledgement", consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.PROMISES)
  @Operation(operationId = "acknowledgeRecap", summary = "The debtor said yes to it")
  YesJson yes(Call call, @PathVariable("case") String named, @PathVariable UUID message, @RequestBody @Valid NewYes body) {
    var by = Recaps.By.valueOf(Word.of(Heard.class, body.by(), "/by").name());
    return changing.change(call, scoped -> cases.find(scoped, named), (tx, id) ->
        new YesJson(recaps.acknowledge(tx, id, new MessageId(message), by, body.words().map(String::strip).filter(one -> !one.isEmpty()), call.recorded())));
  }

  private static RecapJson json(Recaps.Recap one) {
    return new RecapJson(
        one.message().value(), one.plan(), one.promise(), one.isAgain(), one.state(), one.channel(), one.plannedOn(), one.sentOn(), one.yes().map(Recaps.Yes::at),
        one.yes().map(yes -> yes.by().name().toLowerCase(Locale.ROOT)), one.yes().flatMap(Recaps.Yes::words));
  }
}
