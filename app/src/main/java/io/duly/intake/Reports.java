package io.duly.intake;

import io.duly.intake.csv.FileRefused;
import io.duly.intake.rows.DeliveryDays;
import io.duly.intake.rows.InvoiceLint;
import io.duly.intake.rows.Note;
import io.duly.parties.Creditor;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Puts together what is said of a file in the end. */
final class Reports {
  private static final int MOST_FINDINGS = 1000;

  private Reports() {}

  static FileReport of(Setting setting, Path path, Taken taken) {
    var plan = setting.plan();
    var outcome = taken.outcome();
    var findings = setting.file().findings(MOST_FINDINGS).stream().map(Reports::finding).toList();
    return new FileReport(
        path.toString(), plan.layout().kind().word(), "csv", plan.dialect(),
        setting.creditors().all().stream().map(Creditor::name).toList(),
        outcome.rows(), outcome.imported(), outcome.duplicates(), outcome.quarantined(), outcome.keptBack(), false,
        taken.delivery().map(Reports::delivery), setting.file().findingCounts(), findings, Optional.empty(), Optional.empty());
  }

  static FileReport refused(Path path, FileRefused refused) {
    var finding =
        new Finding(Optional.empty(), Optional.of(refused.field()).filter(field -> !field.isEmpty()), refused.code(), String.valueOf(refused.getMessage()));
    return FileReport.refused(path, "unknown", "csv", finding);
  }

  private static Finding finding(Note note) {
    return new Finding(
        Optional.of(note.line()).filter(line -> line > 0), Optional.of(note.field()).filter(field -> !field.isEmpty()), note.code(), note.message());
  }

  private static DeliveryToInvoice delivery(DeliveryDays days) {
    return new DeliveryToInvoice(days.invoices(), days.average(), days.longest(), days.late(), InvoiceLint.LATE_AFTER_DAYS);
  }
}
