package io.duly.desk.api;

import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.parties.Parties;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
@Tag(name = "Me")
class MeApi {
  private final Scope scope;
  private final Parties parties;

  MeApi(Scope scope, Parties parties) {
    this.scope = scope;
    this.parties = parties;
  }

  /** Who the token is of, and what it may. */
  record Me(String login, String name, String role, List<String> scopes, List<OwnCreditor> creditors, LocalDate today) {}

  record OwnCreditor(UUID id, String name, String currency) {}

  @GetMapping("/me")
  @Needs(value = TokenScope.READ, clients = true)
  @Operation(operationId = "me", summary = "Whose token this is, what it may, whose data it sees, and the day the desk works on")
  Me me(Call call) {
    var person = call.person();
    var creditors = scope.reading(person, parties::creditors).stream().map(one -> new OwnCreditor(one.id().value(), one.name(), one.currency().getCurrencyCode())).toList();
    return new Me(person.login(), person.name(), person.role().code(), call.caller().scopes().stream().map(TokenScope::code).toList(), creditors, call.today());
  }
}
