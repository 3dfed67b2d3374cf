package io.duly.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duly.banking.reading.CannotRead;
import io.duly.banking.reading.StatementFile;
import io.duly.banking.reading.StatementReader;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.SumCheck;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The samples of OFX, BAI2, CODA and QIF. */
@Tag("P08")
class OtherSamplesTest {
  private static final Set<String> MEANT_TO_FAIL = Set.of("bai2/moov__sample-parseError.txt", "ofx/ofxparse__fail_nice-date_missing.ofx", "ofx/ofxparse__fail_nice-empty_balance.ofx");

  @TestFactory
  Stream<DynamicTest> everySampleHasItsCountsOrIsRefused() {
    return Samples.table("expected.csv").stream()
        .filter(row -> row.getField("file").matches("(ofx|bai2|coda)/.*"))
        .map(row -> DynamicTest.dynamicTest(row.getField("file"), () -> sample(row)));
  }

  private static void sample(NamedCsvRecord row) {
    Path file = Samples.folder().resolve(row.getField("file"));
    if (MEANT_TO_FAIL.contains(row.getField("file")) || row.getField("statements").equals("0")) {
      assertThatThrownBy(() -> Samples.read(file)).isInstanceOf(CannotRead.class);
      return;
    }
    List<Statement> statements = Samples.read(file);
    assertThat(statements).hasSize(Integer.parseInt(row.getField("statements")));
    assertThat(statements.stream().flatMap(each -> each.entries().stream()).mapToInt(entry -> 1 + entry.parts().size()).sum())
        .isEqualTo(Integer.parseInt(row.getField("entries")));
    if (row.getField("file").startsWith("ofx")) {
      assertThat(sum(statements)).isEqualByComparingTo(detail(row, "\"sum_trnamt\": \"([^\"]*)\"").getFirst());
    }
    if (row.getField("file").startsWith("coda")) {
      coda(row, statements.getFirst());
    }
  }

  /** Amounts of CODA have three decimals: those that euros do not have are told. */
  private static void coda(NamedCsvRecord row, Statement statement) {
    cents(statement, statement.opening().orElseThrow().amount().major(), detail(row, "\"opening\": \\[\"([^\"]*)\"").getFirst());
    cents(statement, statement.closing().orElseThrow().amount().major(), detail(row, "\"closing\": \\[\"([^\"]*)\"").getFirst());
    var found = new ArrayList<BigDecimal>();
    statement.entries().forEach(entry -> {
      found.add(entry.amount().major());
      entry.parts().forEach(part -> found.add(part.amount().major()));
    });
    List<String> expected = Pattern.compile("\"([^\"]*)\"").matcher(detail(row, "\"amounts\": \\[([^\\]]*)]").getFirst()).results().map(each -> each.group(1)).toList();
    for (int at = 0; at < expected.size(); at++) {
      cents(statement, found.get(at), expected.get(at));
    }
    if (row.getField("balances_add_up").equals("yes")) {
      assertThat(SumCheck.of(statement)).isInstanceOf(SumCheck.AddsUp.class);
    }
  }

  private static void cents(Statement statement, BigDecimal found, String expected) {
    if (found.compareTo(new BigDecimal(expected)) != 0) {
      assertThat(found.subtract(new BigDecimal(expected)).abs()).isLessThanOrEqualTo(new BigDecimal("0.005"));
      assertThat(statement.findings()).anySatisfy(finding -> assertThat(finding.sentence()).contains(expected.replace("-", "")).contains("more decimals"));
    }
  }

  private static BigDecimal sum(List<Statement> statements) {
    return statements.stream().flatMap(each -> each.entries().stream()).map(entry -> entry.amount().major()).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<String> detail(NamedCsvRecord row, String pattern) {
    return Pattern.compile(pattern).matcher(row.getField("detail")).results().map(found -> found.group(1)).toList();
  }

  @Test
  void theQifSampleIsReadOnceItsAccountIsSaid() {
    var file = StatementFile.of(Samples.folder().resolve("qif/oca__test_qif.qif"));
    var found = new ArrayList<Statement>();
    new StatementReader().read(file, new StatementReader.Said(Optional.of("1234"), Optional.of(Currency.getInstance("USD"))), found::add);
    assertThat(found.getFirst().entries()).hasSize(5);
    assertThat(sum(found)).isEqualByComparingTo("-1896.09");
    assertThatThrownBy(() -> new StatementReader().read(file)).isInstanceOf(CannotRead.class).hasMessageContaining("neither the account nor its currency");
  }

  @Test
  void theFirstMovementOfTheCodaSampleSaysWhatOthersFoundInIt() {
    Statement statement = Samples.read(Samples.folder().resolve("coda/coda__sample1.cod")).getFirst();
    var details = statement.entries().getFirst().details();
    assertThat(details.references()).containsExactly("000003505158");
    assertThat(details.counterparty().name()).contains("KLANT1 MET NAAM1");
    assertThat(details.counterparty().account()).contains("BE22313215646432");
    assertThat(statement.closing().orElseThrow().day()).hasToString("2017-10-11");
  }

  @Test
  void theBatchOfTheCamtSampleIsSplitAsOthersSplitIt() {
    var entries = Samples.read(Samples.folder().resolve("camt/oca__test-camt053.xml")).getFirst().entries();
    var payments =
        entries.stream()
            .flatMap(entry -> entry.parts().isEmpty()
                ? Stream.of(entry.amount().plain() + " " + entry.details().counterparty().name().orElse(""))
                : entry.parts().stream().map(part -> part.amount().plain() + " " + part.details().counterparty().name().orElse("")))
            .toList();
    assertThat(payments)
        .containsExactly("-754.25 INSURANCE COMPANY TESTX", "-564.05 Test Customer", "-100.00 Test Customer", "1405.31 3rd party Media");
    assertThat(entries).filteredOn(entry -> entry.reversal()).isNotEmpty();
  }
}
