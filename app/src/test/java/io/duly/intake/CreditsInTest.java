package io.duly.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Credit notes, in a list of their own and among invoices, at once and on their day. */
@Tag("P02")
class CreditsInTest {
  private static final String CREDITS = "credit note number,invoice number,date,amount,currency";
  private static final String INVOICES = "number,customer number,original invoice,issue date,due date,currency,amount,open amount";
  private static final ImportRequest EARLIER = ImportRequest.on(Desk.TODAY).asOf(LocalDate.of(2026, 5, 31));
  private Desk desk;

  @BeforeEach
  void open() throws IOException {
    desk = new Desk();
    desk.take("number,customer number,issue date,due date,currency,amount", "A-1,1,2026-05-01,2026-05-31,EUR,100.00");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aCreditNoteOfADayToComeReducesItsInvoiceOnThatDay() throws SQLException {
    var report = desk.take(EARLIER, desk.file(CREDITS + "\nC-1,A-1,2026-06-10,30.00,EUR\n"));
    assertThat(report.keptBack()).isEqualTo(1);
    assertThat(desk.count("ledger.credit_note")).isZero();

    arrive("2026-06-10");

    assertThat(desk.count("ledger.posting p join ledger.invoice i on i.id = p.invoice_id where i.number = 'A-1' and p.kind = 'credit_note'"
        + " and p.amount = 3000 and p.effective_on = '2026-06-10'")).isEqualTo(1);
    assertThat(desk.count("ledger.credit_note where used_up")).isEqualTo(1);
  }

  @Test
  void itMayNameAnInvoiceThatIsItselfStillToCome() throws SQLException {
    desk.take(EARLIER, desk.file("number,customer number,issue date,due date,currency,amount\nA-2,1,2026-06-05,2026-07-05,EUR,50.00\n"));
    var report = desk.take(EARLIER, desk.file(CREDITS + "\nC-2,A-2,2026-06-10,50.00,EUR\n"));
    assertThat(report).extracting(FileReport::keptBack, FileReport::quarantined).containsExactly(1L, 0L);

    arrive("2026-06-30");

    assertThat(desk.count("ledger.invoice where number = 'A-2' and settled_on = '2026-06-10'")).isEqualTo(1);
  }

  @Test
  void aNegativeRowReducesTheInvoiceThatItNames() throws SQLException {
    var report = desk.take(EARLIER, desk.file(INVOICES + "\nA-3,1,,2026-05-02,2026-06-01,EUR,80.00,60.00\nN-1,1,A-3,2026-05-10,2026-05-10,EUR,-20.00,\n"
        + "N-2,1,A-1,2026-06-10,2026-06-10,EUR,-100.00,\n"));
    assertThat(report).extracting(FileReport::kind, FileReport::imported).containsExactly("invoices", 3L);
    assertThat(desk.number("select ledger.open_on(id, '2026-05-31') from ledger.invoice where number = 'A-3'")).as("not counted twice").isEqualTo(6_000);
    assertThat(desk.count("ledger.receipt")).isZero();

    arrive("2026-06-10");

    assertThat(desk.count("ledger.invoice where number = 'A-1' and settled_on = '2026-06-10'")).isEqualTo(1);
  }

  @Test
  void theSameNumberWithAnotherAmountIsSetAside() {
    desk.take(CREDITS, "C-3,A-1,2026-05-10,10.00,EUR");
    var again = desk.take(CREDITS, "C-3,A-1,2026-05-10,11.00,EUR", "C-4,A-1,2026-05-11,5.00,EUR", "C-4,A-1,2026-05-11,6.00,EUR");

    assertThat(again).extracting(FileReport::imported, FileReport::quarantined).containsExactly(1L, 2L);
    assertThat(again.findingCounts()).containsEntry("number-taken", 2L);
  }

  private void arrive(String day) throws SQLException {
    try (var connection = desk.the(DataSource.class).getConnection()) {
      connection.setAutoCommit(false);
      desk.the(Arrivals.class).release(connection, LocalDate.parse(day));
      connection.commit();
    }
  }
}
