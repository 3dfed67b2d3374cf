package io.duly.desk.api;

import io.duly.corrections.Duplicates;
import io.duly.corrections.PossibleDuplicate;
import io.duly.desk.casefile.DuplicateDecision;
import io.duly.desk.page.NotThere;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
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

/** Invoices that look alike: whether one was sent twice. */
@RestController
@RequestMapping("/api/v1/duplicates")
@Tag(name = "Invoices")
class DuplicatesApi {
  private final Scope scope;
  private final Changing changing;
  private final Duplicates duplicates;

  DuplicatesApi(Scope scope, Changing changing, Duplicates duplicates) {
    this.scope = scope;
    this.changing = changing;
    this.duplicates = duplicates;
  }

  @Schema(name = "PossibleDuplicate", description = "Two invoices of a debtor that look alike")
  record Pair(
      UUID id, UUID debtorId, UUID invoiceId, @Schema(example = "INV-2291") String invoice, UUID earlierId, @Schema(example = "INV-2290") String earlier, @Schema(example = "Same amount, same day.") String why,
      @Schema(description = "what a person said: true where the later one is no invoice of its own") Optional<Boolean> duplicate) {
    static Pair of(PossibleDuplicate one) {
      return new Pair(one.id(), one.debtorId().value(), one.invoice().id().value(), one.invoice().number(), one.earlier().id().value(), one.earlier().number(), one.why(), one.decision().map(PossibleDuplicate.Decision::duplicate));
    }
  }

  record NewDecision(@NotNull @Schema(description = "true: the later one is credited; false: both are real") Boolean duplicate, Optional<@Size(max = 1000) String> why) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "duplicates", summary = "Pairs that nobody has decided yet")
  Listing<Pair> list(Call call) {
    return Listing.whole(scope.reading(call.person(), duplicates::undecided).stream().map(Pair::of).toList());
  }

  @GetMapping("/{id}")
  @Needs(TokenScope.READ)
  @Operation(operationId = "duplicate", summary = "A pair, decided or not")
  Pair read(Call call, @PathVariable UUID id) {
    return scope.reading(call.person(), scoped -> duplicates.the(scoped, id)).map(Pair::of).orElseThrow(NotThere::new);
  }

  @PostMapping(path = "/{id}/decision", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.CORRECTIONS)
  @Changes("/api/v1/duplicates/{id}")
  @Operation(operationId = "decideDuplicate", summary = "Says whether the later one was sent twice, with all that follows")
  void decide(Call call, @PathVariable UUID id, @RequestBody @Valid NewDecision body) {
    changing.deciding(call, scoped -> duplicates.the(scoped, id), (tx, one) -> {
      new DuplicateDecision(one, body.duplicate(), body.why().orElse("")).take(duplicates, tx, call.recorded());
      return true;
    });
  }
}
