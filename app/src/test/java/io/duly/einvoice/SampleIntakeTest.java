package io.duly.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duly.doctor.Doctor;
import io.duly.intake.FileReport;
import io.duly.intake.ImportRequest;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Invoices made by others through the import into the books. */
@Tag("P03")
class SampleIntakeTest {
  private static Counter counter;

  @BeforeAll
  static void open() {
    Samples.folder();
    counter = new Counter();
  }

  @AfterAll
  static void close() {
    if (counter != null) {
      counter.close();
    }
  }

  private static List<NamedCsvRecord> rows(String... folders) {
    return Stream.of(folders).flatMap(folder -> Samples.expected(folder).stream()).toList();
  }

  /** Each for a creditor of its own: several are of one seller and share a number. */
  private static FileReport take(String file) {
    return counter.take(ImportRequest.on(Counter.TODAY).of(file), Samples.folder().resolve(file)).getFirst();
  }

  @Test
  void everyGoodOneIsOpenForWhatItAsks() throws SQLException {
    var wrong = new ArrayList<String>();
    for (var row : rows("valid", "hybrid-pdf", "edifact")) {
      var file = row.getField("file");
      var report = take(file);
      var payable = report.eInvoices().flatMap(all -> all.each().stream().findFirst()).map(one -> one.payable()).orElse("");
      var said = row.getField("payable");
      if (report.imported() != 1 || !said.isEmpty() && new BigDecimal(payable).compareTo(new BigDecimal(said)) != 0 || !inBooks(file, payable)) {
        wrong.add(file + ": " + payable + " " + report.findings());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(counter.office.the(Doctor.class).examine(_ -> {})).allMatch(one -> one.isHealthy());
    assertThat(counter.number("select count(*) from ledger.invoice where document is null")).isZero();
    assertThat(rows("valid", "hybrid-pdf", "edifact").stream().map(row -> take(row.getField("file"))).mapToLong(FileReport::imported).sum()).isZero();
  }

  private static boolean inBooks(String creditor, String payable) {
    var cents = new BigDecimal(payable).movePointRight(2).longValueExact();
    return counter.number("select coalesce((select ledger.open_on(i.id, '9999-12-31') from ledger.invoice i where i.creditor_id = c.id), (select n.amount from ledger.credit_note n where n.creditor_id = c.id))"
        + " from parties.creditor c where c.name = '" + creditor + "'") == cents;
  }

  @Test
  void everyBadOneIsRefusedOrSaysWhatIsWrong() {
    for (var row : rows("invalid")) {
      var report = take(row.getField("file"));
      assertThat(report.refused() || report.findings().stream().anyMatch(one -> one.message().startsWith("Invalid: ") || one.code().equals("line-arithmetic") || one.code().equals("account-invalid")))
          .as(row.getField("file")).isTrue();
    }
  }

  @Test
  void withoutACreditorEachGoesToItsSeller() {
    var report = counter.take(ImportRequest.on(Counter.TODAY), Samples.folder().resolve("valid/zf__IT01234567890_FPA02.xml")).getFirst();
    assertThat(report.creditors()).containsExactly("ALPHA SRL");
  }
}
