package io.duly.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P08")
class MoneyInTest {
  private static final String RECEIPTS = "Zahlungsdatum;Betrag;Rechnungsnummer;Zahler;Verwendungszweck";
  private Desk desk;

  @BeforeEach
  void open() throws IOException {
    desk = new Desk();
    desk.take("invoice number,customer number,invoice date,due date,currency,amount",
        "A-1,1,2026-05-01,2026-05-31,EUR,100.00", "A-2,1,2026-05-01,2026-05-31,EUR,50.00");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void receiptsPayTheInvoiceTheyNameAndTheRestStaysUnallocated() {
    var report = desk.take(RECEIPTS, "05.06.2026;60,00;A-1;Anna;x", "06.06.2026;60,00;A-1;Anna;y", "07.06.2026;9,99;;Nobody;gift");

    assertThat(report).extracting(FileReport::kind, FileReport::imported).containsExactly("receipts", 3L);
    assertThat(desk.number("select sum(amount) from ledger.posting")).isEqualTo(10_000);
    assertThat(desk.count("ledger.invoice where number = 'A-1' and settled_on = '2026-06-06'")).isEqualTo(1);
    assertThat(desk.count("ledger.receipt where not used_up")).isEqualTo(2);
    assertThat(report.findingCounts()).containsEntry("debtor-unknown", 1L);
  }

  @Test
  void theSameMoneyInAnotherFileIsNotTakenInTwice() {
    desk.take(RECEIPTS, "05.06.2026;60,00;A-1;Anna;x", "05.06.2026;60,00;A-1;Anna;x");
    var again = desk.take(RECEIPTS, "05.06.2026;60,00;A-1;Anna;x", "06.06.2026;1,00;A-2;Anna;z", "05.06.2026;60,00;A-1;Anna;x");

    assertThat(again).extracting(FileReport::imported, FileReport::duplicates).containsExactly(1L, 2L);
    assertThat(desk.count("ledger.receipt")).isEqualTo(3);
  }

  @Test
  void laterReceiptsAreKeptBackAndPayOnTheirDay() throws SQLException {
    var file = desk.file(RECEIPTS + "\n05.06.2026;60,00;A-1;Anna;x\n20.06.2026;40,00;A-1;Anna;y\n");
    var report = desk.take(ImportRequest.on(Desk.TODAY).asOf(LocalDate.of(2026, 6, 10)), file);

    assertThat(report.keptBack()).isEqualTo(1);
    try (var connection = desk.the(DataSource.class).getConnection()) {
      connection.setAutoCommit(false);
      assertThat(desk.the(Arrivals.class).release(connection, LocalDate.of(2026, 6, 19)).receipts()).isZero();
      assertThat(desk.the(Arrivals.class).release(connection, LocalDate.of(2026, 6, 20)).receipts()).isEqualTo(1);
      connection.commit();
    }
    assertThat(desk.count("ledger.invoice where number = 'A-1' and settled_on = '2026-06-20'")).isEqualTo(1);
  }

  @Test
  void creditNotesReduceTheInvoiceTheyNameAndLostOnesAreSetAside() {
    var report = desk.take("credit note number,invoice number,date,amount,currency",
        "C-1,A-1,2026-06-01,30.00,EUR", "C-2,NOPE,2026-06-01,30.00,EUR");

    assertThat(report).extracting(FileReport::kind, FileReport::imported, FileReport::quarantined).containsExactly("creditNotes", 1L, 1L);
    assertThat(desk.number("select amount from ledger.posting where kind = 'credit_note'")).isEqualTo(3_000);
  }

  @Test
  void aLowerOpenAmountMeansThatTheDifferenceCame() {
    String header = "number,debtor_id,issue_date,due_date,currency,amount,open_amount";
    desk.take(header, "B,1,2026-05-01,2026-05-31,EUR,100.00,80.00");
    assertThat(desk.number("select amount from ledger.receipt where kind = 'reported'")).isEqualTo(2_000);

    var later = desk.take(header, "B,1,2026-05-01,2026-05-31,EUR,100.00,30.00");
    assertThat(later.imported()).isEqualTo(1);
    assertThat(desk.number("select sum(amount) from ledger.posting")).isEqualTo(7_000);

    var higher = desk.take(header, "B,1,2026-05-01,2026-05-31,EUR,100.00,60.00");
    assertThat(higher.duplicates()).isEqualTo(1);
    assertThat(desk.number("select sum(amount) from ledger.posting")).isEqualTo(7_000);
  }
}
