package io.duly.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What a customer is worth and who looks after them, as lists say it. */
@Tag("P11")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorthInTest {
  private Desk desk;

  @BeforeAll
  void open() throws IOException {
    desk = new Desk();
  }

  @AfterAll
  void close() {
    desk.close();
  }

  @Test
  void aListOfCustomersSaysItAndTheSameListChangesNothing() {
    var list = new String[] {
      "customer number,customer name,yearly value,customer since,account manager,account manager e-mail",
      "K-1,Hotel Seeblick,400000.00,2016-08-01,Max Miller,max@nordwind.example", "K-2,Atelier Brun,,,,"
    };
    assertThat(desk.take(list)).extracting(FileReport::imported, FileReport::quarantined).containsExactly(2L, 0L);
    assertThat(worth("K-1")).isEqualTo("40000000,2016-08-01,Max Miller,max@nordwind.example");
    assertThat(desk.take(list)).as("known already").extracting(FileReport::imported).isEqualTo(0L);
    assertThat(desk.take(list[0], "K-1,Hotel Seeblick,,,Eva Ernst,").imported()).isEqualTo(1);
    assertThat(worth("K-1")).as("an empty part is not known and overwrites nothing").isEqualTo("40000000,2016-08-01,Eva Ernst,max@nordwind.example");
  }

  @Test
  void aListOfInvoicesFillsWhatIsNotKnown() {
    desk.take("Kundennummer;Rechnungsnummer;Rechnungsdatum;Fälligkeit;Betrag;Währung;Jahresumsatz;Betreuer", "K-7;R-1;01.06.2026;15.06.2026;120,50;EUR;90.000,00;Max Miller");
    assertThat(worth("K-7")).startsWith("9000000,").contains("Max Miller");
  }

  @Test
  void whatCannotBeReadIsLeftEmptyAndToldAndTheRowGoesInAllTheSame() {
    var report = desk.take(
        "customer number,customer name,yearly value,customer since,account manager e-mail", "K-8,Elm,1000.00,2016-08-01,max@nordwind.example", "K-9,Fern,much,long ago,max at nordwind",
        "K-10,Gale,-5.00,2016-08-01,max@nordwind.example");
    assertThat(report.imported()).isEqualTo(3);
    assertThat(worth("K-9")).isEqualTo("\"\",\"\",\"\",\"\"");
    assertThat(worth("K-10")).startsWith("\"\",2016-08-01");
    assertThat(desk.count("intake.finding where code in ('yearlyValue-invalid', 'customerSince-invalid', 'accountManagerEmail-invalid')")).isEqualTo(4);
  }

  @Test
  void anotherCurrencyThanTheCreditorsIsLeftEmptyAndTold() {
    desk.take("customer number,customer name,yearly value (USD)", "K-11,Hazel,5000.00");
    assertThat(worth("K-11")).startsWith("\"\"");
    assertThat(desk.count("intake.finding where code = 'currency-differs'")).isEqualTo(1);
  }

  private String worth(String number) {
    return desk.database.ask(tx -> tx.fetch("select relationship_value, customer_since, account_manager, account_manager_email from parties.debtor where external_id = ?", number).formatCSV(false)).strip();
  }
}
