package io.duly.banking;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.intake.FileReport;
import io.duly.intake.ImportRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of payments as banks offer them for download: by a shipped map, or by one that a person gives once. */
@Tag("P08")
class BankListTest {
  private static final String MAP =
      """
      kind: bankStatements
      name: House bank
      columns: {Day: bookedOn, Wording: text, Out: debit, In: credit, Left: balance}
      dates: dmy
      decimal: ','
      currency: EUR
      account: DE02120300000000202051
      """;
  private static final String LIST =
      """
      Day;Wording;Out;In;Left
      02.06.2026;Coffee;;5,00;"1.030,00"
      02.06.2026;Coffee;;5,00;"1.025,00"
      01.06.2026;Rent;80,00;;"1.020,00"
      01.06.2026;Invoice 1;;"1.000,00";"1.100,00"
      """;
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
    till.database.execute("set session_replication_role = replica", "delete from banking.csv_map");
  }

  private static FileReport take(ImportRequest request, String text) {
    return till.take(request, till.file(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aMapThatIsGivenOnceIsRememberedForTheSameColumns() {
    var refused = take(ImportRequest.on(Till.TODAY), LIST);
    assertThat(refused.refused()).isTrue();
    assertThat(refused.findings().getFirst().message()).contains("--map", "docs/bank-statements.md");
    var taken = take(ImportRequest.on(Till.TODAY).mapped(MAP), LIST);
    assertThat(taken.kind()).isEqualTo("bankStatements");
    assertThat(taken.bankStatements().orElseThrow().each().getFirst().opening()).contains("100.00");
    assertThat(taken.bankStatements().orElseThrow().each().getFirst().sum()).isEqualTo("addsUp");
    assertThat(till.receipts()).containsExactly(500L, 500L, 100000L);
    var later = take(ImportRequest.on(Till.TODAY), LIST.replace("Left\n", "Left\n03.06.2026;Coffee;;5,00;\"1.035,00\"\n"));
    assertThat(later.dialect()).isEqualTo("House bank");
    assertThat(later.imported()).isEqualTo(1);
    assertThat(later.duplicates()).isEqualTo(4);
    assertThat(till.receipts()).containsExactly(500L, 500L, 500L, 100000L);
  }

  @Test
  void equalRowsCountAsOftenAsTheyOccur() {
    take(ImportRequest.on(Till.TODAY).mapped(MAP), LIST);
    var third = LIST.replace("Left\n", "Left\n02.06.2026;Coffee;;5,00;\"1.035,00\"\n");
    assertThat(take(ImportRequest.on(Till.TODAY), third).imported()).isEqualTo(1);
    assertThat(take(ImportRequest.on(Till.TODAY), third).imported()).isZero();
    assertThat(till.receipts()).containsExactly(500L, 500L, 500L, 100000L);
  }

  @Test
  void aRowThatCannotBeReadKeepsTheWholeListOut() {
    var report = take(ImportRequest.on(Till.TODAY).mapped(MAP), LIST.replace("80,00", "eighty"));
    assertThat(report.refused()).isTrue();
    assertThat(report.findings().getFirst().message()).contains("Line 4", "eighty", "nothing of the file was taken");
    assertThat(till.receipts()).isEmpty();
    assertThat(till.number("select count(*) from banking.csv_map")).isZero();
  }

  @Test
  void theListAndTheStatementOfTheSameDayTellOfTheSamePayments() {
    take(ImportRequest.on(Till.TODAY).mapped(MAP), LIST);
    till.take(CamtFile.booked("2026-06-02", "1020.00", "1030.00").entry("5.00", "B1", "E1", "Kay", "Coffee to go").entry("5.00", "B2", "E2", "Jo", ""));
    assertThat(till.receipts()).containsExactly(500L, 500L, 100000L);
  }

  @ParameterizedTest
  @CsvSource({
    "b2y__20171001-20171106.csv, N26, ACC, EUR, 1, -5999",
    "b2y__2018-04-14_10-52-13_bunq-transactieoverzicht.csv, bunq, , , , ",
    "b2y__2019-03-02_11-50-46_bunq-statement.csv, bunq, , , 7, ",
    "b2y__20180226-1000594757-umsatz.CSV, Sparkasse, , , 1, -3699",
    "b2y__Umsaetze_KtoNr538917600_EUR_02-03-2018_1503.CSV, Commerzbank, , , 1, -1722",
    "b2y__export_BE11123456789012_20180304_1422.csv, KBC, , , 1, -340",
    "b2y__test_BOI_TransactionExport.csv, Bank of Ireland, ACC, EUR, 27, ",
    "b2y__MonzoDataExport_February2018_2018-02-26_174335.csv, Monzo, ACC, GBP, 1, -1000",
    "b2y__TransactionHistory_20180418043121.csv, OCBC, ACC, SGD, , "
  })
  void shippedMapsReadTheListsOfTheirBanks(String name, String bank, String account, String currency, Integer entries, Long sum) {
    Path file = Samples.folder().resolve("csv").resolve(name);
    var request = account == null ? ImportRequest.on(Till.TODAY) : ImportRequest.on(Till.TODAY).ofAccount(account, currency);
    var report = till.take(request, file);
    assertThat(report.refused()).as(report.findings().toString()).isFalse();
    assertThat(report.dialect()).isEqualTo(bank);
    if (entries != null) {
      assertThat(till.number("select count(*) from banking.entry")).isEqualTo((long) entries);
    }
    if (sum != null) {
      assertThat(till.number("select sum(amount)::bigint from banking.entry")).isEqualTo(sum);
    }
    assertThat(till.take(request, file).imported()).isZero();
  }

  @Test
  void aListWithoutNamesIsReadWhereEveryRowFits() {
    var map = "kind: bankStatements\nname: Raiffeisen\nheader: none\ncolumns: {1: bookedOn, 2: text, 3: valueOn, 4: amount, 5: currency}\ndates: dmy\ndecimal: ','\nfooter: 1\n";
    var list = "01.06.2026;Invoice 1;02.06.2026;10,00;EUR\n03.06.2026;Rent;03.06.2026;-1.000,00;EUR\nEnd of the list;;;;\n";
    var request = ImportRequest.on(Till.TODAY).ofAccount("AT1", "EUR").mapped(map);
    assertThat(take(request, list.replace(";EUR", "")).findings().getFirst().message()).contains("does not fit", "01.06.2026;Invoice 1");
    assertThat(take(request, list).imported()).isEqualTo(2);
    assertThat(till.number("select sum(amount)::bigint from banking.entry")).isEqualTo(-99000);
  }
}
