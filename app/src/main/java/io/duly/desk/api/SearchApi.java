package io.duly.desk.api;

import io.duly.desk.search.Results;
import io.duly.desk.search.Searches;
import io.duly.identity.TokenScope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/search")
@Tag(name = "Search")
class SearchApi {
  private final Searches searches;

  SearchApi(Searches searches) {
    this.searches = searches;
  }

  @Schema(description = "What was found, the nearest first")
  record Found(List<FoundDebtor> debtors, List<FoundInvoice> invoices, List<FoundPaper> documents, List<FoundLine> lines) {}

  @Schema(description = "A document; fetched at /cases/{caseNumber}/documents/{seq}")
  record FoundPaper(long caseNumber, int seq, String debtor, LocalDate day, String name) {}

  record FoundDebtor(String name, String number, String creditor, Optional<String> city, List<Long> cases) {}

  record FoundInvoice(String number, String debtor, String creditor, Amount open, LocalDate dueOn, Optional<Long> caseNumber) {}

  @Schema(description = "A line of a journal")
  record FoundLine(long caseNumber, String debtor, LocalDate day, String kind, String actor, String excerpt) {}

  @GetMapping
  @Needs(value = TokenScope.READ, clients = true)
  @Operation(operationId = "search", summary = "Debtors, invoices and the journal by words, forgiving slips of the pen")
  Found search(Call call, @RequestParam @Size(min = 2, max = 200) String q) {
    return json(searches.find(call.person(), q, call.today()));
  }

  private static Found json(Results found) {
    return new Found(
        found.debtors().stream().map(one -> new FoundDebtor(one.name(), one.externalId(), one.creditor(), one.city(), one.cases())).toList(),
        found.invoices().stream().map(one -> new FoundInvoice(one.number(), one.debtor(), one.creditor(), Amount.ofMinor(one.open(), one.currency()), one.dueOn(), one.caseNumber())).toList(),
        found.documents().stream().map(one -> new FoundPaper(one.caseNumber(), one.seq(), one.debtor(), one.day(), one.name())).toList(),
        found.lines().stream().map(one -> new FoundLine(one.caseNumber(), one.debtor(), one.day(), one.kind(), one.actor(), one.excerpt())).toList());
  }
}
