package io.duly.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.kernel.CreditorId;
import io.duly.parties.TermsOfTrade;
import io.duly.parties.TermsVersion;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a file says otherwise than the books, or does not say, is told. */
@Tag("P03")
class NothingIgnoredTest {
  private static final String INVOICES = "number,customer number,issue date,due date,currency,amount,open amount";
  private static final String RECEIPTS = "payment date,payment id,amount,currency,invoice number";
  private Desk desk;

  @BeforeEach
  void open() throws IOException {
    desk = new Desk();
    desk.take(INVOICES, "A-1,1,2026-05-01,2026-05-31,EUR,100.00,80.00");
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void aKnownPaymentWithAnotherAmountIsSetAside() {
    desk.take(RECEIPTS, "2026-06-01,P-1,30.00,EUR,A-1");
    var again = desk.take(RECEIPTS, "2026-06-01,P-1,30.00,EUR,A-1", "2026-06-01,P-1,35.00,EUR,A-1", "2026-06-02,P-2,1.00,EUR,A-1", "2026-06-02,P-2,2.00,EUR,A-1");

    assertThat(again).extracting(FileReport::imported, FileReport::duplicates, FileReport::quarantined).containsExactly(1L, 1L, 2L);
    assertThat(again.findings()).filteredOn(finding -> finding.code().equals("number-taken")).first()
        .satisfies(finding -> assertThat(finding.message()).contains("30.00").contains("never changed"));
    assertThat(desk.count("intake.quarantine where raw like '%P-1,35.00%'")).isEqualTo(1);
  }

  @Test
  void anInvoiceThatComesAgainOtherwiseIsTold() {
    var again = desk.take(INVOICES, "A-1,1,2026-05-01,2026-05-31,EUR,120.00,80.00");
    assertThat(again).extracting(FileReport::imported, FileReport::quarantined).containsExactly(0L, 1L);
    assertThat(again.findingCounts()).containsKey("number-taken");

    var later = desk.take(INVOICES, "A-1,1,2026-05-01,2026-06-30,EUR,100.00,90.00");
    assertThat(later).extracting(FileReport::imported, FileReport::duplicates).containsExactly(0L, 1L);
    assertThat(later.findingCounts()).containsKeys("due-date-known-otherwise", "open-above-books");
    assertThat(desk.count("ledger.invoice where due_on = '2026-05-31'")).isEqualTo(1);
  }

  @Test
  void customersWhomNobodyCanReachAreNamed() {
    var mentioned = desk.take(INVOICES, "B-1,2,2026-05-01,2026-05-31,EUR,100.00,80.00");
    assertThat(mentioned.findings()).filteredOn(finding -> finding.code().equals("customers-unreachable")).first()
        .satisfies(finding -> assertThat(finding.message()).startsWith("1 customer of these documents cannot be reached, such as 2"));

    var listed = desk.take("debtor_id,name,street,postal_code,city,email", "1,Anna,,,,anna@example.org", "2,Bert,,,,", "3,Cees,Road 1,1011,Town,");
    assertThat(listed.findings()).filteredOn(finding -> finding.code().equals("unreachable"))
        .singleElement().satisfies(finding -> assertThat(finding.row()).contains(3L));
  }

  @Test
  void mistypedNumbersAreToldAndWhatReachesNobodyIsNotKept() {
    var report = desk.take("debtor_id,name,country,email,phone,vat id,iban",
        "1,Anna,DE,anna at example,12,DE136695970,DE89370400440532013001", "2,Bert,DE,Bert@Example.org,040/42828 1234,136695976,de89 3704 0044 0532 0130 00");

    assertThat(report.findings()).filteredOn(finding -> finding.row().filter(row -> row == 2).isPresent()).extracting(Finding::message)
        .contains("The VAT id 'DE136695970' has a wrong check digit; compare it with the customer's invoice.",
            "The bank account 'DE89370400440532013001' has wrong check digits; debtors cannot pay to it, compare it with the bank's paper.",
            "The e-mail address 'anna at example' is no e-mail address such as name@example.com; left empty.",
            "The phone number '12' has not as many digits as the telephone numbers of its country; left empty.");
    assertThat(report.findings()).filteredOn(finding -> finding.row().filter(row -> row == 3).isPresent()).isEmpty();
    assertThat(desk.rows("select coalesce(email, '') || ' ' || coalesce(phone, '') from parties.debtor where external_id in ('1', '2') order by external_id"))
        .flatMap(java.util.Map::values).containsExactly(" ", "Bert@example.org +4940428281234");
  }

  @Test
  void aFaxNumberIsKeptWhereItSaysItsCountryAndShownOnWhatIsKnownOfTheDebtor() {
    var report = desk.take("Kundennummer,Name,Land,Straße,Telefax", "1,Anna,DE,Weg 1,040/42828 1235", "2,Bert,,Weg 2,040/42828 1236", "3,Cees,DE,Weg 3,none");
    assertThat(desk.rows("select external_id || ' ' || coalesce(fax, '-') from parties.debtor where external_id in ('1', '2', '3') order by external_id"))
        .flatMap(java.util.Map::values).containsExactly("1 +4940428281235", "2 -", "3 -");
    assertThat(report.findings()).extracting(Finding::message)
        .anyMatch(said -> said.startsWith("The fax number '040/42828 1236' does not say its country") && said.endsWith("left empty."))
        .anyMatch(said -> said.startsWith("The fax number 'none'"));
    assertThat(desk.take("Kundennummer,Name,Telefax", "1,Anna,+49 40 42828 1237").findings()).isEmpty();
    assertThat(desk.rows("select fax from parties.debtor where external_id = '1'")).flatMap(java.util.Map::values).containsExactly("+4940428281237");
  }

  @Test
  void aMissingDueDateComesFromTheCreditorsTerms() {
    desk.database.ask(tx -> {
      var creditor = new CreditorId(tx.fetchSingle("select id from parties.creditor").get(0, UUID.class));
      publish(tx, creditor, "2025", LocalDate.of(2025, 1, 1), 14);
      publish(tx, creditor, "2026", LocalDate.of(2026, 6, 1), 21);
      return 0;
    });
    var report = desk.take("number,customer number,issue date,due date,terms,currency,amount",
        "T-1,1,2026-05-01,,,EUR,10.00", "T-2,1,2026-06-10,,,EUR,10.00", "T-3,1,2026-06-10,,2025,EUR,10.00", "T-4,1,2024-06-10,,,EUR,10.00");

    assertThat(desk.rows("select due_on::text from ledger.invoice where number like 'T-%' order by number")).flatMap(java.util.Map::values)
        .containsExactly("2026-05-15", "2026-07-01", "2026-06-24", "2024-07-10");
    assertThat(report.findings()).filteredOn(finding -> finding.code().equals("due-date-missing")).extracting(Finding::message)
        .anyMatch(message -> message.contains("14 days, as the terms of trade 2025 say"))
        .anyMatch(message -> message.contains("30 days, for no terms of trade of that time say how many"));
  }

  private void publish(DSLContext tx, CreditorId creditor, String version, LocalDate from, int days) {
    desk.the(TermsOfTrade.class).publish(tx, new TermsVersion(
        UUID.randomUUID(), creditor, version, from, Optional.of(days), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
  }
}
