package io.duly.cli;

import io.duly.intake.FileReport;
import io.duly.intake.Finding;
import io.duly.intake.StatementsIn;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an import prints for people: the counts, and of the findings the first of each kind. */
final class ImportText {
  private static final int MOST_LINES = 40;
  private static final int MOST_CASES = 20;

  private ImportText() {}

  static String of(List<FileReport> reports) {
    return reports.stream().map(ImportText::of).collect(Collectors.joining("\n\n"));
  }

  private static String of(FileReport report) {
    return Stream.of(head(report), counts(report), statements(report), delivery(report), findings(report))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n"));
  }

  private static String head(FileReport report) {
    return report.refused()
        ? report.file() + ": refused, nothing was taken in"
        : report.file() + ": " + report.kind() + " of " + String.join(", ", report.creditors()) + " (" + (report.dialect().isEmpty() ? report.format() : report.dialect()) + ")";
  }

  private static String counts(FileReport report) {
    if (report.refused()) {
      return "";
    }
    var waiting = report.keptBack() == 0 ? "" : ", %,d documents and payments wait for their day".formatted(report.keptBack());
    return "  %,d rows: %,d taken in, %,d known already, %,d set aside%s"
        .formatted(report.rows(), report.imported(), report.duplicates(), report.quarantined(), waiting);
  }

  private static String statements(FileReport report) {
    return report.bankStatements()
        .map(bank -> "  %,d statements (%,d known already) of %,d accounts; %,d receipts".formatted(bank.statements(), bank.repeated(), bank.accounts(), bank.receipts()) + bank.matching().map(ImportText::matching).orElse(""))
        .orElse("");
  }

  private static String matching(StatementsIn.Matching money) {
    var waits = money.waiting() == 0 ? "none waits" : "%,d wait (./duly bank unmatched)".formatted(money.waiting());
    var closed = money.casesClosed().isEmpty() ? "" : "\n  closed: " + numbers(money.casesClosed());
    return "\n  %,d allocated by themselves, %s%s".formatted(money.allocated(), waits, closed);
  }

  private static String numbers(List<String> cases) {
    var some = String.join(", ", cases.subList(0, Math.min(MOST_CASES, cases.size())));
    return cases.size() > MOST_CASES ? some + " and " + (cases.size() - MOST_CASES) + " more cases" : some;
  }

  private static String delivery(FileReport report) {
    return report.deliveryToInvoiceDays()
        .map(days -> "  From delivery to invoice: %.1f days on average, %d at most; %,d of %,d later than %d days"
            .formatted(days.averageDays(), days.longestDays(), days.late(), days.invoices(), days.lateAfter()))
        .orElse("");
  }

  private static String findings(FileReport report) {
    var firstOfEach = report.findings().stream().collect(Collectors.toMap(Finding::code, finding -> finding, (one, _) -> one, java.util.LinkedHashMap::new));
    return firstOfEach.values().stream().limit(MOST_LINES).map(finding -> line(report, finding)).collect(Collectors.joining("\n"));
  }

  private static String line(FileReport report, Finding finding) {
    long count = report.findingCounts().getOrDefault(finding.code(), 1L);
    var place = finding.row().map(row -> "line " + row + ": ").orElse("");
    return "  - " + place + finding.message() + (count > 1 ? " (%,d like this)".formatted(count) : "");
  }
}
