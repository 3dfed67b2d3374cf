package io.duly.desk.search;

import io.duly.journal.Found;
import io.duly.journal.FoundDocument;
import io.duly.journal.JournalSearch;
import io.duly.kernel.CaseId;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Finds lines of the journal, and documents, and says whose they are. */
@Component
final class LineSearch {
  private static final String CASES =
      """
      select c.id, c.number, d.name as debtor, cr.time_zone
        from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id join parties.creditor cr on cr.id = c.creditor_id
       where c.id = any (?)
      """;

  private final JournalSearch journal;

  LineSearch(JournalSearch journal) {
    this.journal = journal;
  }

  private record Case(long number, String debtor, ZoneId zone) {}

  List<Results.FoundLine> find(DSLContext scoped, String words, int most) {
    var found = journal.inScope(scoped, words, most);
    var cases = cases(scoped, found.stream().map(Found::caseId).toList());
    return found.stream()
        .flatMap(one -> Optional.ofNullable(cases.get(one.caseId())).map(of -> line(one, of)).stream())
        .toList();
  }

  List<Results.FoundDocument> documents(DSLContext scoped, String words, int most) {
    var found = journal.documentsInScope(scoped, words, most);
    var cases = cases(scoped, found.stream().map(FoundDocument::caseId).toList());
    return found.stream()
        .flatMap(one -> Optional.ofNullable(cases.get(one.caseId())).map(of ->
            new Results.FoundDocument(of.number(), one.seq(), of.debtor(), one.occurredAt().atZone(of.zone()).toLocalDate(), one.name(), one.excerpt())).stream())
        .toList();
  }

  private static Map<CaseId, Case> cases(DSLContext scoped, List<CaseId> found) {
    if (found.isEmpty()) {
      return Map.of();
    }
    var ids = found.stream().map(CaseId::value).distinct().toArray(UUID[]::new);
    return scoped
        .fetch(CASES, (Object) ids)
        .intoMap(
            row -> new CaseId(row.get("id", UUID.class)),
            row ->
                new Case(
                    row.get("number", Long.class),
                    row.get("debtor", String.class),
                    ZoneId.of(row.get("time_zone", String.class))));
  }

  private static Results.FoundLine line(Found one, Case of) {
    var day = one.occurredAt().atZone(of.zone()).toLocalDate();
    return new Results.FoundLine(of.number(), of.debtor(), day, one.kind(), one.actor(), one.excerpt());
  }
}
