package io.duly.banking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duly.banking.reading.CannotRead;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Statement;
import io.duly.banking.statement.SumCheck;
import io.duly.kernel.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every sample of the banks gives the counts, balances and sums that others found in it, or is refused with the reason. */
@Tag("P08")
class SampleStatementsTest {
  /** Pieces of statements, damaged ones, and none at all. */
  private static final Map<String, String> REFUSED =
      Map.ofEntries(
          Map.entry("mt940/wolph__betterplace-empty_86.sta", "without its account"),
          Map.entry("mt940/wolph__betterplace-missing_crlf_at_end.sta", "without its account"),
          Map.entry("mt940/wolph__betterplace-sepa_snippet_broken.sta", "second account"),
          Map.entry("mt940/wolph__self-provided-account_identification.sta", "neither balance nor entry"),
          Map.entry("mt940/wolph__self-provided-empty_non_swift.sta", "without its account"),
          Map.entry("mt940/wolph__self-provided-gv_codes.sta", "before the closing balance"),
          Map.entry("mt940/wolph__self-provided-invalid_statement.sta", "none of the statement formats"),
          Map.entry("mt940/wolph__self-provided-multiline.sta", "its currency is not known"),
          Map.entry("mt940/wolph__self-provided-sparkassen.sta", "its currency is not known"));

  @TestFactory
  Stream<DynamicTest> everyCamtSampleHasItsCountsSumsAndBalances() {
    return samples("camt/").map(row -> DynamicTest.dynamicTest(row.getField("file"), () -> camt(row)));
  }

  @TestFactory
  Stream<DynamicTest> everyMt940SampleHasItsCountsAndBalancesOrIsRefused() {
    return samples("mt940/").map(row -> DynamicTest.dynamicTest(row.getField("file"), () -> mt940(row)));
  }

  private static Stream<NamedCsvRecord> samples(String folder) {
    return Samples.table("expected.csv").stream().filter(row -> row.getField("file").startsWith(folder));
  }

  private static void camt(NamedCsvRecord row) {
    List<Statement> statements = Samples.read(Samples.folder().resolve(row.getField("file")));
    counts(row, statements);
    var booked = statements.stream().flatMap(each -> each.entries().stream()).map(Entry::amount).toList();
    assertThat(sum(booked, 1)).isEqualByComparingTo(texts(row, "credits", "\"([^\"]*)\"").getFirst());
    assertThat(sum(booked, -1).negate()).isEqualByComparingTo(texts(row, "debits", "\"([^\"]*)\"").getFirst());
    balance(row, "OPBD", statements.getFirst().opening().map(found -> found.amount().major()).stream().toList());
    balance(row, "CLBD", statements.getFirst().closing().map(found -> found.amount().major()).stream().toList());
    addsUpAsExpected(row, statements);
  }

  private static void mt940(NamedCsvRecord row) {
    String refusal = REFUSED.getOrDefault(row.getField("file"), "");
    var file = Samples.folder().resolve(row.getField("file"));
    if (!refusal.isEmpty()) {
      assertThatThrownBy(() -> Samples.read(file)).isInstanceOf(CannotRead.class).hasMessageContaining(refusal);
      return;
    }
    List<Statement> statements = Samples.read(file);
    counts(row, statements);
    assertThat(statements.stream().flatMap(each -> each.opening().stream()).map(each -> each.amount().major().stripTrailingZeros()).toList())
        .startsWith(balances(row, "opening").toArray(BigDecimal[]::new));
    assertThat(statements.stream().flatMap(each -> each.closing().stream()).map(each -> each.amount().major().stripTrailingZeros()).toList())
        .startsWith(balances(row, "closing").toArray(BigDecimal[]::new));
    addsUpAsExpected(row, statements);
  }

  private static void counts(NamedCsvRecord row, List<Statement> statements) {
    assertThat(statements).hasSize(Integer.parseInt(row.getField("statements")));
    assertThat(statements.stream().mapToInt(each -> each.entries().size()).sum()).isEqualTo(Integer.parseInt(row.getField("entries")));
  }

  private static void addsUpAsExpected(NamedCsvRecord row, List<Statement> statements) {
    var checks = statements.stream().map(SumCheck::of).toList();
    String expected = row.getField("balances_add_up");
    if (expected.startsWith("yes")) {
      assertThat(checks).allMatch(SumCheck.AddsUp.class::isInstance);
    } else if (expected.startsWith("no balances")) {
      assertThat(checks).allMatch(SumCheck.CannotTell.class::isInstance);
    } else if (expected.startsWith("no")) {
      assertThat(checks).anyMatch(check -> !(check instanceof SumCheck.AddsUp));
    }
  }

  private static void balance(NamedCsvRecord row, String code, List<BigDecimal> found) {
    for (String expected : texts(row, code, "")) {
      assertThat(found.getFirst()).isEqualByComparingTo(expected);
    }
  }

  private static BigDecimal sum(List<Money> amounts, int sign) {
    return amounts.stream().map(Money::major).filter(each -> each.signum() == sign).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<BigDecimal> balances(NamedCsvRecord row, String name) {
    String list = Pattern.compile("\"" + name + "\": \\[([^\\]]*)]").matcher(row.getField("detail")).results().map(found -> found.group(1)).findFirst().orElse("");
    return Pattern.compile("([CD])\\d{6}[A-Z]{3}(\\d+),(\\d*)").matcher(list).results()
        .map(found -> new BigDecimal((found.group(1).equals("D") ? "-" : "") + found.group(2) + "." + found.group(3) + "0").stripTrailingZeros())
        .toList();
  }

  /** {@code "name": "value"}, or {@code "NAME=value"} for a balance. */
  private static List<String> texts(NamedCsvRecord row, String name, String value) {
    String pattern = value.isEmpty() ? name + "=([-0-9.]+)" : "\"" + name + "\": " + value;
    return Pattern.compile(pattern).matcher(row.getField("detail")).results().map(found -> found.group(1)).toList();
  }
}
