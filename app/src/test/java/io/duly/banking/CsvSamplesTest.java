package io.duly.banking;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.intake.FileReport;
import io.duly.intake.ImportRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of each list among the samples without a map: its payments, or the reason why a person is asked. */
@Tag("P08")
class CsvSamplesTest {
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

  /**
   * The request says account, currency and the order of days only where the list does not. Two headless lists with two columns
   * of amounts do not say which went out (the map of their bank would); two lists of cards with one payment show nothing at all.
   * The raiffeisen files have 74 rows, of which one is "a null transaction" without day and amount; "headers" has two rows below.
   */
  @ParameterizedTest
  @CsvSource(
      nullValues = "",
      value = {
        "b2y__20171001-20171106.csv, ACC, , , 1, -5999, , ",
        "b2y__2018-04-14_10-52-13_bunq-transactieoverzicht.csv, , EUR, , 3, 72854, , ",
        "b2y__20180226-1000594757-umsatz.CSV, , , , 1, -3699, , ",
        "b2y__20180226_12345678.csv, ACC, GBP, , 1, -500, 1000.00, 995.00",
        "b2y__20180226_12345678.csv, , GBP, , account-unclear, , , ",
        "b2y__20180226_12345678.csv, ACC, , , bank-list-unclear, , , ",
        "b2y__2019-03-02_11-50-46_bunq-statement.csv, , EUR, , 7, -2382, , ",
        "b2y__MS_JANE_SMITH_01-12-2019_14-12-2019.csv, ACC, GBP, , 10, , , ",
        "b2y__MonzoDataExport_February2018_2018-02-26_174335.csv, ACC, , , 1, -1000, , ",
        "b2y__TransactionHistory_20180418043121.csv, , , , 8, , , ",
        "b2y__Umsaetze_KtoNr538917600_EUR_02-03-2018_1503.CSV, , , , 1, -1722, , ",
        "b2y__dba33fceecd62c3c727893361e0ba4d3.P000000027355791.csv, ACC, SGD, , no-header, , , ",
        "b2y__export_BE11123456789012_20180304_1422.csv, , , , 1, -340, , 219.95",
        "b2y__statement_1.csv, ACC, GBP, , no-header, , , ",
        "b2y__test_BOI_TransactionExport.csv, ACC, EUR, , 27, , , ",
        "b2y__test_delimiter_tab.csv, ACC, EUR, , bank-list-unclear, , , ",
        "b2y__test_headers.csv, ACC, , , 73, , , ",
        "b2y__test_raiffeisen_01.csv, ACC, , , 73, , , ",
        "b2y__test_raiffeisen_02.csv, ACC, , , 73, , , ",
        "b2y__test_regex_123456_87654321_1234_21_12.csv, ACC, , , 73, , , ",
        "b2y__test_row_format_default.csv, ACC, EUR, , bank-list-unclear, , , ",
        "b2y__test_row_format_neg_inflow.csv, ACC, , , 73, , , ",
        "oca__balance.csv, ACC, USD, , 2, 150000, 10.00, 1510.00",
        "oca__debit_credit.csv, ACC, USD, , 2, 150000, 10.00, 1510.00",
        "oca__empty_statement_en.csv, , , , 0, 0, , ",
        "oca__empty_statement_en.xlsx, , , , 0, 0, , ",
        "oca__multi_currency.csv, ACC, , , 2, 149150, , ",
        "oca__original_currency.csv, ACC, , , 1, 152500, , ",
        "oca__original_currency_empty.csv, ACC, EUR, , 1, 152500, , ",
        "oca__sample_statement_en.csv, ACC, , , 2, 149150, , ",
        "oca__sample_statement_en.xlsx, ACC, , , 2, 149150, , ",
        "oca__sample_statement_en_empty_values.xlsx, ACC, USD, , 3, -220768, 9705.75, 7498.07"
      })
  void everySampleOfAListGivesItsPaymentsOrSaysWhatIsMissing(
      String name, String account, String currency, String dates, String outcome, Long sum, String opening, String closing) {
    var request =
        new ImportRequest(
            Optional.of("Us"), Optional.empty(), Optional.empty(), Optional.ofNullable(dates), Optional.ofNullable(currency), Till.TODAY, Optional.empty(), Optional.empty(),
            Optional.ofNullable(account));
    var file = Samples.folder().resolve("csv").resolve(name);
    var report = till.take(request, file);
    if (!outcome.matches("\\d+")) {
      assertThat(Till.codes(report)).containsExactly(outcome);
      assertThat(report.findings().getFirst().message()).contains("--");
      return;
    }
    assertThat(report.refused()).as(report.findings().toString()).isFalse();
    assertThat(report.kind()).isEqualTo("bankStatements");
    assertThat(till.number("select count(*) from banking.entry")).isEqualTo(Long.parseLong(outcome));
    if (sum != null) {
      assertThat(till.number("select coalesce(sum(amount), 0)::bigint from banking.entry")).isEqualTo(sum);
    }
    balances(report, opening, closing);
    var again = till.take(request, file);
    assertThat(again.imported()).isZero();
    assertThat(again.duplicates()).isEqualTo(report.imported());
  }

  private static void balances(FileReport report, String opening, String closing) {
    report.bankStatements().filter(one -> !one.each().isEmpty()).ifPresent(bank -> {
      if (opening != null) {
        assertThat(bank.each().getFirst().opening()).contains(opening);
      }
      if (closing != null) {
        assertThat(bank.each().getFirst().closing()).contains(closing);
      }
    });
  }

  private static final String HEAD = "Date,Description,Amount,Balance\n";

  private static FileReport take(String account, String text) {
    var request = ImportRequest.on(Till.TODAY).ofAccount(account, "EUR");
    return till.take(request, till.file(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aLaterListThatOverlapsBringsOnlyWhatIsNew() {
    var first = "20/06/2026,Coffee,-3.00,94.00\n20/06/2026,Coffee,-3.00,97.00\n19/06/2026,ACME INV 1,50.00,100.00\n";
    assertThat(take("GB1", HEAD + first).imported()).isEqualTo(3);
    var later = "21/06/2026,Coffee,-3.00,88.00\n20/06/2026,Coffee,-3.00,91.00\n" + first;
    var report = take("GB1", HEAD + later);
    assertThat(report.imported()).isEqualTo(2);
    assertThat(report.duplicates()).isEqualTo(3);
    assertThat(till.receipts()).containsExactly(5000L);
  }

  @Test
  void theSamePaymentsReadAnotherWayCountOnce() {
    take("GB1", HEAD + "20/06/2026,ACME INV 2,70.00,120.00\n19/06/2026,ACME INV 1,50.00,50.00\n");
    var other = "Posting date;Value date;Payee;Narrative;Debit;Credit\n19.06.2026;19.06.2026;ACME;ACME INV 1;;50,00\n20.06.2026;20.06.2026;ACME;ACME INV 2;;70,00\n";
    assertThat(take("GB1", other).imported()).isZero();
    assertThat(till.receipts()).containsExactly(5000L, 7000L);
  }

  @Test
  void theOnlyAccountThatIsKnownIsTakenAndTold() {
    take("GB1", HEAD + "19/06/2026,ACME INV 1,50.00,50.00\n");
    var report = till.take(HEAD + "20/06/2026,ACME INV 2,70.00,120.00\n");
    assertThat(report.refused()).as(report.findings().toString()).isFalse();
    assertThat(report.findings()).anyMatch(one -> one.message().contains("the only one"));
  }

  @Test
  void aListOfWhatCustomersPaidStaysOne() {
    var list = "Payment date,Customer number,Invoice number,Amount,Reference\n2026-06-19,K1,INV-1,50.00,thanks\n2026-06-20,K1,INV-1,-50.00,bounced\n";
    assertThat(till.take(list).kind()).isEqualTo("receipts");
    assertThat(till.take("Date,Payer,Amount,Reference\n2026-06-19,Kay,50.00,thanks\n").kind()).isEqualTo("receipts");
  }
}
