package io.duly.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.duly.testing.SharedFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P03")
class RealFilesTest {

  @Test
  void aHistoryWithSettlementsAndDisputesGoesInWhole() throws IOException {
    try (var desk = new Desk()) {
      var history = shared("data/ar-history/ibm-accounts-receivable-ddmmyyyy.csv");
      var report = desk.take(ImportRequest.on(Desk.TODAY), history);
      assertThat(report).extracting(FileReport::rows, FileReport::imported, FileReport::quarantined, FileReport::keptBack)
          .containsExactly(1642L, 1642L, 0L, 0L);
      assertThat(desk.count("parties.debtor")).isEqualTo(100);
      assertThat(desk.count("ledger.invoice where settled_on is not null")).isEqualTo(1642);
      assertThat(desk.count("cases.dispute where outcome = 'settled'")).isEqualTo(369);
      var again = desk.take(ImportRequest.on(Desk.TODAY), history);
      assertThat(again).extracting(FileReport::rows, FileReport::imported, FileReport::duplicates).containsExactly(1642L, 0L, 1642L);
      assertThat(desk.count("intake.file")).isEqualTo(1);
      assertThat(desk.count("ledger.receipt")).isEqualTo(1642);
    }
  }

  @Test
  void aListOfOpenItemsWithNoisyNamesGoesInWhole() throws IOException {
    try (var desk = new Desk()) {
      var items = shared("data/ar-history/highradius-open-invoices-final.csv");
      var report = desk.take(ImportRequest.on(Desk.TODAY).of("HR"), items);
      assertThat(report).extracting(FileReport::rows, FileReport::imported, FileReport::quarantined).containsExactly(5401L, 5401L, 0L);
      assertThat(desk.count("parties.debtor")).isEqualTo(495);
      assertThat(desk.count("parties.debtor where external_id = '0200744019' and name = 'TARG co' and cardinality(also_known_as) = 10")).isEqualTo(1);
      assertThat(desk.count("ledger.invoice where number = '1930659387' and currency = 'USD' and settled_on is null")).isEqualTo(1);
    }
  }

  @Test
  void theWorldAsOfADayKeepsBackWhatCameLater() throws IOException {
    try (var desk = new Desk()) {
      var history = shared("data/ar-history/ibm-accounts-receivable-ddmmyyyy.csv");
      var report = desk.take(ImportRequest.on(Desk.TODAY).asOf(LocalDate.of(2012, 6, 30)), history);
      assertThat(report.imported()).isEqualTo(1642);
      assertThat(desk.count("ledger.invoice")).isEqualTo(desk.number("select 1642 - count(*) from intake.kept_back where kind = 'invoice'"));
    }
  }

  private static Path shared(String name) {
    var file = SharedFiles.find(name);
    assumeTrue(file.isPresent(), "skipped: " + name + " is not beside this checkout");
    return file.orElseThrow();
  }
}
