package io.duly.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.intake.reading.AmountReader;
import io.duly.intake.reading.Cells;
import io.duly.intake.reading.DateOrder;
import io.duly.intake.reading.DateReader;
import io.duly.testing.OthersRows;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Amounts and dates that others read; where we decide otherwise, the text and the reason stand here. What is no amount is refused, never zero. */
@Tag("P03")
class OthersCellsTest {
  private static final Map<String, String> REFUSED = Map.ofEntries(
      Map.entry("not a number", "taken for 0 there; here it is no amount"),
      Map.entry("", "nothing is said: an amount is missing, not 0 (two rows)"),
      Map.entry("USD", "a currency is no amount; 0 there"),
      Map.entry("12,34.56", "groups of two digits before the decimals: a typing error, 12,345.6 or 1,234.56"),
      Map.entry("1234,567.89", "a group of four: a digit may be too many"),
      Map.entry("1234.567,89", "a group of four: a digit may be too many"),
      Map.entry("99....!.99", "nobody knows what was meant"),
      Map.entry("20..10", "two decimal signs"),
      Map.entry("10,,0", "two decimal signs"),
      Map.entry("お支払額は48,000円です。", "a sentence is no cell with an amount"),
      Map.entry("120,000円のご請求です。", "a sentence is no cell with an amount"),
      Map.entry("頭金５０００円をお願いします。", "a sentence is no cell with an amount"),
      Map.entry("4万8千円をお支払いください。", "a sentence is no cell with an amount"),
      Map.entry("3万円の残高です。", "a sentence is no cell with an amount"),
      Map.entry("一万二千円になります。", "a sentence is no cell with an amount"),
      Map.entry("四万八千円のご請求です。", "a sentence is no cell with an amount"));

  @Test
  void everyAmountIsReadOrRefused() throws IOException {
    var refused = new TreeMap<String, String>();
    var rows = OthersRows.of("customers-refs/amount-strings.csv");
    for (var row : rows) {
      var text = Cells.tidy(row.getField("text"));
      var read = new AmountReader(decimal(row.getField("convention"), text)).read(text);
      if (read.isEmpty()) {
        refused.put(text, row.getField("expected"));
      } else {
        assertThat(read.get().major()).as(text).isEqualByComparingTo(new BigDecimal(row.getField("expected")));
      }
    }
    assertThat(rows).hasSize(33);
    assertThat(refused.keySet()).isEqualTo(new TreeMap<>(REFUSED).keySet());
  }

  /** In a file the whole column says it; these are told by what they are of. */
  private static char decimal(String convention, String text) {
    return convention.startsWith("dot") || !convention.startsWith("comma") && text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
  }

  @Test
  void everyDateIsReadOrRefused() throws IOException {
    var rows = OthersRows.of("customers-refs/date-strings.csv");
    assertThat(rows).hasSize(16).allSatisfy(row -> {
      var order = row.getField("format").startsWith("%d") ? DateOrder.DMY : DateOrder.YMD;
      var expected = Optional.of(row.getField("expected")).filter(day -> !day.equals("invalid"));
      assertThat(DateReader.in(order).read(row.getField("text")).map(Object::toString)).isEqualTo(expected);
    });
  }
}
