package io.duly.desk.api;

import io.duly.correspondence.sending.Pauses;
import io.duly.desk.outbox.PausedWhom;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The switch that keeps messages back: of a debtor, of a creditor, or all. */
@RestController
@RequestMapping("/api/v1/pauses")
@Tag(name = "Messages")
class PausesApi {
  private final Scope scope;
  private final Changing changing;
  private final Pauses pauses;

  PausesApi(Scope scope, Changing changing, Pauses pauses) {
    this.scope = scope;
    this.changing = changing;
    this.pauses = pauses;
  }

  @Schema(name = "Pause")
  record PauseJson(UUID id, Optional<UUID> creditorId, Optional<UUID> debtorId, String why, Instant since, String placedBy) {
    static PauseJson of(Pauses.Pause one) {
      return new PauseJson(one.id(), one.whom().creditor().map(CreditorId::value), one.whom().debtor().map(DebtorId::value), one.why(), one.since(), one.placedBy());
    }
  }

  @Schema(description = "Neither creditor nor debtor: everything, for those who see every creditor")
  record NewPause(Optional<UUID> creditor, Optional<UUID> debtor, @NotBlank @Size(max = 1000) @Schema(example = "The letterhead is wrong.") String why) {}

  @Schema(description = "Whether it was changed: false where it was so before")
  record Changed(boolean changed) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "pauses", summary = "What is paused")
  Listing<PauseJson> list(Call call) {
    return Listing.whole(scope.reading(call.person(), pauses::inForce).stream().map(PauseJson::of).toList());
  }

  @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
  @Needs(TokenScope.MESSAGES)
  @Operation(operationId = "placePause", summary = "Keeps messages back from now on")
  Changed place(Call call, @RequestBody @Valid NewPause body) {
    return new Changed(changing.change(
        call, scoped -> PausedWhom.of(scoped, call.person(), body.creditor(), body.debtor()), (tx, whom) -> pauses.place(tx, whom, body.why().strip(), call.person().actor(), call.now())));
  }

  @PostMapping(path = "/lifting", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.OK)
  @Needs(TokenScope.MESSAGES)
  @Changes("/api/v1/pauses")
  @Operation(operationId = "liftPause", summary = "Lets messages go again")
  Changed lift(Call call, @RequestBody @Valid NewPause body) {
    return new Changed(changing.change(
        call, scoped -> PausedWhom.of(scoped, call.person(), body.creditor(), body.debtor()),
        (tx, whom) -> pauses.lift(tx, whom, Optional.of(body.why().strip()), call.person().actor(), call.now())));
  }
}
