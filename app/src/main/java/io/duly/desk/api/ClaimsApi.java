package io.duly.desk.api;

import io.duly.cases.CannotRecord;
import io.duly.cases.CaseHead;
import io.duly.cases.CaseJournal;
import io.duly.cases.Cases;
import io.duly.cases.Claim;
import io.duly.cases.Claims;
import io.duly.cases.Owners;
import io.duly.desk.claim.Colleagues;
import io.duly.desk.page.NotThere;
import io.duly.identity.MayNotChange;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
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
import org.jooq.DSLContext;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is in a case, and whose it is. */
@RestController
@RequestMapping("/api/v1/cases/{case}/claim")
@Tag(name = "Cases")
class ClaimsApi {
  private final Scope scope;
  private final Changing changing;
  private final Cases cases;
  private final CaseJournal journals;
  private final Claims claims;
  private final Owners owners;
  private final Colleagues colleagues;

  ClaimsApi(Scope scope, Changing changing, Cases cases, CaseJournal journals, Claims claims, Owners owners, Colleagues colleagues) {
    this.scope = scope;
    this.changing = changing;
    this.cases = cases;
    this.journals = journals;
    this.claims = claims;
    this.owners = owners;
    this.colleagues = colleagues;
  }

  @Schema(name = "CaseClaim", description = "Who is in the case, and whose it is")
  record ClaimJson(Optional<InHand> claimed, Optional<UUID> owner) {}

  @Schema(name = "Claimed")
  record InHand(@Schema(example = "person:anna") String by, Instant since) {
    static InHand of(Claim one) {
      return new InHand(one.by(), one.since());
    }
  }

  record Why(@NotBlank @Size(max = 1000) @Schema(example = "Anna is ill.") String why) {}

  record NewOwner(@Schema(description = "a login; absent: nobody's", example = "ben") Optional<String> login, Optional<@Size(max = 1000) String> words) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "caseClaim", summary = "Who is in the case, and whose it is")
  ClaimJson read(Call call, @PathVariable("case") String named) {
    return scope.reading(call.person(), scoped -> cases.find(scoped, named).map(id -> new ClaimJson(claims.live(scoped, id, call.now()).map(InHand::of), owners.of(scoped, id)))).orElseThrow(NotThere::new);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.TASKS)
  @Operation(operationId = "claimCase", summary = "The token's person is in the case for half an hour; others are told")
  void claim(Call call, @PathVariable("case") String named) {
    changing.change(call, scoped -> head(scoped, named), (tx, head) -> {
      var claim = claims.claim(tx, head.id(), call.person().id(), call.recorded());
      if (!claim.person().equals(call.person().id())) {
        throw new CannotRecord("Somebody else is in this case: " + claim.by() + ".");
      }
      return claim;
    });
  }

  @PostMapping("/release")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.TASKS)
  @Operation(operationId = "releaseCase", summary = "Out of the case again")
  void release(Call call, @PathVariable("case") String named) {
    changing.change(call, scoped -> head(scoped, named), (tx, head) -> {
      claims.release(tx, head.id(), call.person().id(), call.recorded());
      return true;
    });
  }

  @PostMapping(path = "/taking-over", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.TASKS)
  @Changes("/api/v1/cases/{case}/claim")
  @Operation(operationId = "takeOverCase", summary = "In the place of a colleague, with a reason; for seniors, managers and administrators")
  void takeOver(Call call, @PathVariable("case") String named, @RequestBody @Valid Why body) {
    changing.change(call, scoped -> head(scoped, named), (tx, head) -> {
      if (!call.person().role().mayTakeOver()) {
        throw new MayNotChange(call.person());
      }
      return claims.takeOver(tx, head.id(), call.person().id(), body.why(), call.recorded());
    });
  }

  @PostMapping(path = "/handing-over", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.TASKS)
  @Changes("/api/v1/cases/{case}/claim")
  @Operation(operationId = "handOverCase", summary = "Gives the case to somebody, or to nobody")
  void handOver(Call call, @PathVariable("case") String named, @RequestBody @Valid NewOwner body) {
    colleagues.all();
    changing.change(call, scoped -> head(scoped, named), (tx, head) -> {
      var next = body.login().filter(one -> !one.isBlank()).map(login -> colleagues.owner(head.creditor(), login));
      owners.give(tx, List.of(head.id()), next, body.words().orElse(""), call.recorded());
      if (next.filter(one -> one.person().equals(call.person().id())).isEmpty()) {
        claims.release(tx, head.id(), call.person().id(), call.recorded());
      }
      return true;
    });
  }

  private Optional<CaseHead> head(DSLContext scoped, String named) {
    return cases.find(scoped, named).map(id -> journals.head(scoped, id));
  }
}
