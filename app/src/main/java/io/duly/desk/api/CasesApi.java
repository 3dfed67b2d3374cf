package io.duly.desk.api;

import io.duly.account.StatementJson;
import io.duly.account.Statements;
import io.duly.cases.Cases;
import io.duly.desk.page.NotThere;
import io.duly.identity.Scope;
import io.duly.identity.TokenScope;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases")
@Tag(name = "Cases")
class CasesApi {
  private final Scope scope;
  private final Cases cases;
  private final CaseReads reads;
  private final Statements statements;

  CasesApi(Scope scope, Cases cases, CaseReads reads, Statements statements) {
    this.scope = scope;
    this.cases = cases;
    this.reads = reads;
    this.statements = statements;
  }

  @GetMapping
  @Needs(value = TokenScope.READ, clients = true)
  @Operation(operationId = "cases", summary = "Cases, the latest first")
  Listing<CaseJson> list(
      Call call, @RequestParam Optional<UUID> creditor, @RequestParam Optional<UUID> debtor, @Parameter(description = "those that are closed, too") @RequestParam(defaultValue = "false") boolean closed,
      @RequestParam Optional<String> cursor, @RequestParam(defaultValue = "50") @Min(1) @Max(Listing.MOST) int limit) {
    var list = "cases " + creditor + debtor + closed;
    long below = Cursor.read(cursor, list, Cursor::number).orElse(Long.MAX_VALUE);
    var found = scope.reading(call.person(), scoped -> cases.page(scoped, creditor.map(CreditorId::new), debtor.map(DebtorId::new), closed, below, limit + 1, call.today()));
    var page = found.subList(0, Math.min(limit, found.size()));
    var next = found.size() > limit ? Optional.of(Cursor.of(list, String.valueOf(page.getLast().number()))) : Optional.<String>empty();
    return Listing.of(page.stream().map(CaseJson::of).toList(), next);
  }

  @GetMapping("/{case}")
  @Needs(value = TokenScope.READ, clients = true)
  @Operation(operationId = "case", summary = "A case by number or id, with what belongs to it")
  CaseDetail read(Call call, @PathVariable("case") String named) {
    return scope.reading(call.person(), scoped -> reads.read(scoped, named, call.today())).orElseThrow(NotThere::new);
  }

  @GetMapping("/{case}/statement")
  @Needs(value = TokenScope.READ, clients = true)
  @Operation(operationId = "statement", summary = "What is owed line by line as of a day, with charges and how they came about")
  StatementJson statement(Call call, @PathVariable("case") String named, @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> asOf) {
    var day = asOf.orElse(call.today());
    if (day.getYear() < 1900 || day.getYear() > 2999) {
      throw new io.duly.desk.problem.Refusal(Misunderstood.parameter("asOf", "A day between 1900 and 2999."));
    }
    return scope.reading(call.person(), scoped -> cases.find(scoped, named).map(id -> StatementJson.of(statements.of(scoped, id, day)))).orElseThrow(NotThere::new);
  }
}
