package io.duly.desk.search;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a search found, in groups; each in the order of nearness. */
public record Results(List<FoundDebtor> debtors, List<FoundInvoice> invoices, List<FoundDocument> documents, List<FoundLine> lines) {
  static final Results NONE = new Results(List.of(), List.of(), List.of(), List.of());

  /** @param cases the numbers of the debtor's cases, the latest first */
  public record FoundDebtor(String name, String externalId, String creditor, Optional<String> city, List<Long> cases) {}

  /**
   * @param open minor units
   * @param caseNumber the case that the invoice is in, where there is one
   */
  public record FoundInvoice(
      String number, String debtor, String creditor, String currency, long open, LocalDate dueOn, Optional<Long> caseNumber) {}

  /** A paper of a case. */
  public record FoundDocument(long caseNumber, int seq, String debtor, LocalDate day, String name, String excerpt) {
    public String address() {
      return "/cases/" + caseNumber + "/documents/" + seq;
    }
  }

  /** A line of a journal. */
  public record FoundLine(long caseNumber, String debtor, LocalDate day, String kind, String actor, String excerpt) {}

  public boolean isEmpty() {
    return debtors.isEmpty() && invoices.isEmpty() && documents.isEmpty() && lines.isEmpty();
  }
}
