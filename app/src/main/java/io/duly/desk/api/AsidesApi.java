package io.duly.desk.api;

import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.payments.Asides;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
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

/** What providers of payments told that does not fit. */
@RestController
@RequestMapping("/api/v1/payments/asides")
@Tag(name = "Payments")
class AsidesApi {
  private final Scope scope;
  private final Changing changing;
  private final Asides asides;

  AsidesApi(Scope scope, Changing changing, Asides asides) {
    this.scope = scope;
    this.changing = changing;
    this.asides = asides;
  }

  @Schema(name = "ProviderAside", description = "Something that a provider told and that does not fit; nothing was booked by it")
  record AsideJson(
      UUID id, String creditor, @Schema(example = "acme") String provider, @Schema(description = "the provider's own id of it", example = "evt_8f2c") String event,
      @Schema(example = "payment.paid") String kind, @Schema(example = "it is of no link of ours") String why, Optional<Amount> amount,
      @Schema(description = "number of the case whose link it is about") Optional<Long> caseNumber, Instant at) {
    static AsideJson of(Asides.Aside one) {
      return new AsideJson(one.id(), one.creditor(), one.provider(), one.event(), one.kind(), one.why(), one.amount().map(Amount::of), one.recovery(), one.at());
    }
  }

  record KeptAside(List<AsideJson> asides) {}

  @Schema(name = "ProviderAsideLook")
  record NewLook(@NotBlank @Size(max = 500) @Schema(description = "what was found", example = "A test payment of theirs; they took it back.") String why) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "providerAsides", summary = "What providers told that does not fit and nobody has looked at, the latest first; at most a hundred")
  KeptAside list(Call call) {
    return scope.reading(call.person(), scoped -> new KeptAside(asides.waiting(scoped).stream().map(AsideJson::of).toList()));
  }

  @PostMapping(path = "/{id}/look", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.PAYMENTS)
  @Operation(operationId = "lookAtProviderAside", summary = "Somebody looked at it on the provider's own pages")
  void look(Call call, @PathVariable UUID id, @RequestBody @Valid NewLook body) {
    changing.change(call, scoped -> scoped.fetchOptional("select id from payments.happening where id = ? and outcome = 'aside'", id), (tx, _) -> {
      asides.looked(tx, id, body.why(), call.recorded());
      return true;
    });
  }
}
