package io.duly.desk.api;

import io.duly.banking.BankAccount;
import io.duly.banking.BankAccounts;
import io.duly.banking.BankStatement;
import io.duly.desk.page.NotThere;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The creditors' bank accounts: how far each is known, what is missing, what came. */
@RestController
@RequestMapping("/api/v1/bank-accounts")
@Tag(name = "Payments")
class BankApi {
  private static final int STATEMENTS = 200;

  private final Scope scope;
  private final Changing changing;
  private final BankAccounts accounts;

  BankApi(Scope scope, Changing changing, BankAccounts accounts) {
    this.scope = scope;
    this.changing = changing;
    this.accounts = accounts;
  }

  @Schema(name = "BankAccount")
  record AccountJson(
      UUID id, UUID creditorId, String creditor, @Schema(example = "DE02120300000000202051") String number, @Schema(example = "EUR") String currency,
      @Schema(description = "up to the end of which day its bookings are known") Optional<LocalDate> knownTo, Optional<LocalDate> closedOn, long statements, Optional<Amount> balance,
      List<GapJson> gaps) {
    static AccountJson of(BankAccount one) {
      return new AccountJson(
          one.id(), one.creditorId().value(), one.creditor(), one.number(), one.currency().getCurrencyCode(), one.knownTo(), one.closedOn(), one.statements(), one.balance().map(Amount::of),
          one.gaps().stream().map(gap -> new GapJson(gap.after(), gap.until(), Amount.of(gap.amount()))).toList());
    }
  }

  @Schema(name = "BankGap", description = "Something is missing between two statements")
  record GapJson(LocalDate after, LocalDate until, @Schema(description = "what is missing adds up to") Amount amount) {}

  @Schema(name = "BankStatement")
  record StatementLine(
      UUID id, @Schema(example = "booked") String kind, String format, Optional<String> number, Optional<LocalDate> from, Optional<LocalDate> to, Optional<Amount> opening, Optional<Amount> closing,
      int entries, Amount total, long receipts, String file, List<String> findings) {
    static StatementLine of(BankStatement one) {
      return new StatementLine(
          one.id(), one.kind(), one.format(), one.number(), one.from(), one.to(), one.opening().map(Amount::of), one.closing().map(Amount::of), one.entries(), Amount.of(one.total()), one.receipts(),
          one.file(), one.findings());
    }
  }

  record WhyMissing(@NotBlank @Size(max = 1000) @Schema(example = "The bank cannot deliver it any more.") String why) {}

  @GetMapping
  @Needs(TokenScope.READ)
  @Operation(operationId = "bankAccounts", summary = "Accounts, and what is missing between their statements")
  Listing<AccountJson> list(Call call) {
    return Listing.whole(scope.reading(call.person(), accounts::all).stream().map(AccountJson::of).toList());
  }

  @GetMapping("/{id}")
  @Needs(TokenScope.READ)
  @Operation(operationId = "bankAccount", summary = "An account, and what is missing between its statements")
  AccountJson read(Call call, @PathVariable UUID id) {
    return scope.reading(call.person(), scoped -> accounts.account(scoped, id)).map(AccountJson::of).orElseThrow(NotThere::new);
  }

  @GetMapping("/{id}/statements")
  @Needs(TokenScope.READ)
  @Operation(operationId = "bankStatements", summary = "The latest 200 statements of an account")
  Listing<StatementLine> statements(Call call, @PathVariable UUID id) {
    return Listing.whole(scope.reading(call.person(), scoped -> accounts.account(scoped, id).map(one -> accounts.statements(scoped, one.id(), STATEMENTS).stream().map(StatementLine::of).toList()))
        .orElseThrow(NotThere::new));
  }

  @PostMapping(path = "/{id}/gaps/{until}/acceptance", consumes = MediaType.APPLICATION_JSON_VALUE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Needs(TokenScope.PAYMENTS)
  @Changes("/api/v1/bank-accounts/{id}")
  @Operation(operationId = "acceptGap", summary = "What is missing before the statement that ends on this day will never come: it goes on without it")
  void accept(Call call, @PathVariable UUID id, @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until, @RequestBody @Valid WhyMissing body) {
    changing.deciding(call, scoped -> accounts.account(scoped, id), (tx, account) -> {
      if (account.gaps().stream().noneMatch(gap -> gap.until().equals(until))) {
        throw new Refusal(ProblemType.REFUSED, "Nothing is missing before a statement of this account that ends on " + until + ".");
      }
      return accounts.acceptGap(tx, account, until, body.why().strip(), call.recorded());
    });
  }
}
