package io.duly.banking;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.intake.FileReport;
import io.duly.intake.ImportRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What files of statements bring into the books, whatever their order and however often they come. */
@Tag("P08")
class StatementsInTest {
  private static Till till;

  @BeforeAll
  static void open() {
    till = new Till();
  }

  @AfterAll
  static void close() {
    till.close();
  }

  @BeforeEach
  void clear() {
    till.clear();
  }

  private static CamtFile monday() {
    return CamtFile.booked("2026-06-01", "100.00", "150.00").entry("50.00", "B1", "E1", "Acme", "Invoice 1");
  }

  private static CamtFile tuesday() {
    return CamtFile.booked("2026-06-02", "150.00", "130.00").entry("-20.00", "B2", "", "Landlord", "Rent");
  }

  private static CamtFile wednesday() {
    return CamtFile.booked("2026-06-03", "130.00", "200.00").entry("70.00", "B3", "E3", "Bolt", "Invoice 3");
  }

  private static LocalDate knownTo() {
    return LocalDate.parse(String.valueOf(till.rows("select known_to::text from banking.account").getFirst().get("known_to")));
  }

  @Test
  void everyBookedIncomingPaymentIsAReceiptAndNothingElseIs() {
    var report =
        till.take(
            CamtFile.booked("2026-06-01", "0.00", "150.00")
                .entry("50.00", "B1", "E1", "Acme", "Invoice 1")
                .entry("100.00", "B2", "", "", "Invoice 2")
                .entry("-30.00", "B3", "", "Landlord", "Rent")
                .booking("30.00", "B4", "BOOK", "<RvslInd>true</RvslInd>", "")
                .booking("999.00", "B5", "PDNG", "", ""));
    assertThat(report.refused()).isFalse();
    assertThat(report.kind()).isEqualTo("bankStatements");
    assertThat(report.format()).isEqualTo("camt.053");
    assertThat(till.receipts()).containsExactly(5000L, 10000L);
    assertThat(till.rows("select reference, payer, kind, received_on::text as day from ledger.receipt where amount = 5000").getFirst())
        .containsEntry("reference", "E1").containsEntry("payer", "Acme").containsEntry("kind", "bank").containsEntry("day", "2026-06-01");
    assertThat(till.number("select count(*) from ledger.receipt r join banking.entry e on e.receipt_id = r.id where r.source_key = 'bank:' || e.id")).isEqualTo(2);
    assertThat(till.rows("select entries, total, opening, closing from banking.statement").getFirst())
        .containsEntry("entries", 4).containsEntry("total", 15000L).containsEntry("opening", 0L).containsEntry("closing", 15000L);
    assertThat(till.rows("select rows, imported, duplicates, kind, format from intake.file").getFirst())
        .containsEntry("rows", 5).containsEntry("imported", 5).containsEntry("duplicates", 0).containsEntry("format", "camt.053");
  }

  @Test
  void theSameStatementInAnotherFileWithAnotherIdChangesNothing() {
    till.take(monday());
    var again = till.take(monday().id("S9"));
    assertThat(Till.link(again)).isEqualTo("duplicate");
    assertThat(again.duplicates()).isEqualTo(1);
    assertThat(Till.codes(again)).containsExactly("statement-known");
    assertThat(till.receipts()).containsExactly(5000L);
    assertThat(till.number("select count(*) from intake.file")).isEqualTo(1);
  }

  @Test
  void aGapIsToldWithItsAmountAndClosesByItself() {
    assertThat(Till.link(till.take(monday()))).isEqualTo("first");
    var late = till.take(wednesday());
    assertThat(Till.link(late)).isEqualTo("gap");
    assertThat(late.bankStatements().orElseThrow().each().getFirst().missing()).contains("-20.00");
    assertThat(late.findings().getFirst().message()).contains("2026-06-01", "2026-06-03", "-20.00 EUR");
    assertThat(till.number("select count(*) from intake.finding where code = 'statement-gap'")).isEqualTo(1);
    assertThat(knownTo()).isEqualTo("2026-06-01");
    var missing = till.take(tuesday());
    assertThat(Till.link(missing)).isEqualTo("follows");
    assertThat(missing.findings()).isEmpty();
    assertThat(knownTo()).isEqualTo("2026-06-03");
  }

  @Test
  void historyThatIsImportedLaterDoesNotMakeTheAccountLessKnown() {
    till.take(wednesday());
    var old = till.take(monday());
    assertThat(Till.link(old)).isEqualTo("first");
    assertThat(Till.codes(old)).containsExactly("statement-gap");
    assertThat(knownTo()).isEqualTo("2026-06-03");
  }

  @Test
  void aStatementThatRepeatsDaysBringsOnlyWhatIsNew() {
    till.take(monday());
    var week =
        till.take(
            CamtFile.booked("2026-06-01", "100.00", "220.00")
                .entry("50.00", "B1", "E1", "Acme", "Invoice 1")
                .entry("50.00", "B7", "E7", "Acme", "Invoice 7")
                .entry("20.00", "", "", "", ""));
    assertThat(week.duplicates()).isEqualTo(1);
    assertThat(week.imported()).isEqualTo(2);
    assertThat(till.receipts()).containsExactly(2000L, 5000L, 5000L);
  }

  @Test
  void twoEqualPaymentsOfOneDayAreTwoOnEachPageOfTheDay() {
    till.take(CamtFile.booked("2026-06-01", "0.00", "100.00").entry("50.00", "", "", "Acme", "Coffee").entry("50.00", "", "", "Acme", "Coffee"));
    var afternoon = till.take(CamtFile.booked("2026-06-01", "100.00", "150.00").entry("50.00", "", "", "Acme", "Coffee"));
    assertThat(Till.link(afternoon)).isEqualTo("follows");
    assertThat(till.receipts()).containsExactly(5000L, 5000L, 5000L);
  }

  @Test
  void anAdviceAndTheStatementTellOfOnePayment() {
    till.take(CamtFile.advice("2026-06-01").entry("50.00", "B1", "E1", "Acme", "Invoice 1"));
    assertThat(till.receipts()).containsExactly(5000L);
    var booked = till.take(monday());
    assertThat(booked.imported()).isZero();
    assertThat(till.receipts()).containsExactly(5000L);
    assertThat(till.number("select count(*) from banking.entry where same_as is not null")).isEqualTo(1);
    till.take(CamtFile.advice("2026-06-01").id("again").entry("50.00", "B1", "E1", "Acme", "Invoice 1").entry("50.00", "B2", "E2", "Acme", ""));
    assertThat(till.receipts()).containsExactly(5000L, 5000L);
  }

  @Test
  void partsThatAnAdviceToldAreTheSumThatTheStatementBooks() {
    var parts = CamtFile.part("20.00", "E1", "Acme") + CamtFile.part("30.00", "E2", "Bolt");
    till.take(CamtFile.advice("2026-06-01").booking("50.00", "BATCH", "BOOK", "", parts));
    assertThat(till.receipts()).containsExactly(2000L, 3000L);
    till.take(CamtFile.booked("2026-06-01", "0.00", "50.00").entry("50.00", "BATCH", "", "", ""));
    assertThat(till.receipts()).containsExactly(2000L, 3000L);
    till.clear();
    till.take(CamtFile.booked("2026-06-01", "0.00", "50.00").entry("50.00", "BATCH", "", "", ""));
    till.take(CamtFile.advice("2026-06-01").booking("50.00", "BATCH", "BOOK", "", parts));
    assertThat(till.receipts()).containsExactly(5000L);
  }

  @Test
  void whatIsReportedWithinTheDayIsNoMoneyYet() {
    till.take(CamtFile.intraday("2026-06-01").entry("50.00", "B1", "E1", "Acme", "Invoice 1"));
    assertThat(till.receipts()).isEmpty();
    till.take(monday());
    assertThat(till.receipts()).containsExactly(5000L);
    till.take(CamtFile.intraday("2026-06-01").id("later").entry("50.00", "B1", "E1", "Acme", "Invoice 1").entry("9.00", "B9", "", "", ""));
    assertThat(till.receipts()).containsExactly(5000L);
    assertThat(till.number("select count(*) from banking.entry where same_as is not null")).isEqualTo(1);
  }

  @Test
  void sumsThatDifferAreTold() {
    var report = till.take(CamtFile.booked("2026-06-01", "100.00", "151.00").entry("50.00", "B1", "", "Acme", ""));
    assertThat(Till.codes(report)).containsExactly("sum-differs");
    assertThat(report.findings().getFirst().message()).contains("150.00 EUR", "151.00 EUR");
  }

  @Test
  void aBrokenFileLeavesNothing() {
    var xml = monday().xml();
    for (var text : List.of(xml.substring(0, xml.length() - 40), xml.replace("50.00", "fifty"), bomb(xml))) {
      var report = till.take(text);
      assertThat(report.refused()).isTrue();
      assertThat(report.findings().getFirst().message()).contains("Nothing of the file was taken.");
    }
    assertThat(till.number("select count(*) from banking.account")).isZero();
    assertThat(till.number("select count(*) from intake.file")).isZero();
  }

  private static String bomb(String xml) {
    var laugh = "<!DOCTYPE Document [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/hostname\">]>";
    return xml.replace("?><Document", "?>" + laugh + "<Document").replace("Invoice 1", "&b;&f;");
  }

  @Test
  void theAccountTellsWhoseTheFileIs() {
    till.database.execute(
        "insert into parties.creditor (id, name) values ('00000000-0000-0000-0000-000000000001', 'North'), ('00000000-0000-0000-0000-000000000002', 'South')");
    var unclear = till.take(monday());
    assertThat(unclear.refused()).isTrue();
    assertThat(unclear.findings().getFirst().message()).contains("--creditor", "North", "South");
    assertThat(take(monday(), "South").creditors()).containsExactly("South");
    assertThat(till.take(tuesday()).creditors()).containsExactly("South");
    assertThat(take(wednesday(), "North").findings().getFirst().message()).contains("is of South, not of North");
  }

  private static FileReport take(CamtFile file, String creditor) {
    return till.take(ImportRequest.on(Till.TODAY).of(creditor), till.file(file.xml().getBytes(StandardCharsets.UTF_8)));
  }
}
