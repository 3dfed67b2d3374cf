package io.duly.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Numbers that others tested with, each valid or not as they have it; where we decide otherwise, the row and the reason stand here. */
@Tag("P03")
class OthersNumbersTest {
  private static final Map<String, String> OTHERWISE = Map.of(
      "BI43 2010 1106 7444", "the form that Burundi had until 2021; the registry of today has 27 characters",
      "CR05 1520 2001 0262 8406 6", "the form that Costa Rica had until 2017; the registry of today has 22 characters",
      "CH59  9000 0001 7342 7712", "20 characters, of the 21 that Swiss numbers have; the check digits hold by luck, the row beside it says the number is invalid",
      "MC11 1273 9000 7000 1111 1000 h79", "capitals and a small letter in one number, as in FR1420041010050500013m02606 which is invalid here");

  @Test
  void tellsEveryVatId() throws IOException {
    decides("vat-numbers.csv", 621, row -> VatId.check(cell(row, "vat")));
  }

  @Test
  void tellsEveryIban() throws IOException {
    decides("iban.csv", 280, row -> Iban.check(cell(row, "iban")));
  }

  @Test
  void tellsEveryBic() throws IOException {
    decides("bic.csv", 268, row -> Bic.check(cell(row, "bic")));
  }

  @Test
  void tellsEveryNumberOfARegister() throws IOException {
    decides("company-registers.csv", 257, row -> {
      assertThat(RegisterNumber.knows(cell(row, "scheme"))).isTrue();
      return RegisterNumber.check(cell(row, "scheme"), cell(row, "number"));
    });
  }

  private static void decides(String file, int count, Function<Map<String, String>, Checked> check) throws IOException {
    var rows = OthersRows.of("customers-refs/" + file);
    var differs = new TreeMap<String, Boolean>();
    for (var row : rows) {
      var checked = check.apply(row);
      boolean expected = cell(row, "expected").startsWith("valid");
      var text = row.values().iterator().next();
      if (checked.holds() != expected) {
        differs.put(text, expected);
      }
      assertThat(checked.held().map(Bare::of)).as(text).isEqualTo(checked.held());
    }
    assertThat(rows).hasSize(count);
    assertThat(differs.keySet()).isEqualTo(file.equals("iban.csv") ? new TreeMap<>(OTHERWISE).keySet() : new TreeMap<>().keySet());
  }

  private static String cell(Map<String, String> row, String column) {
    return row.getOrDefault(column, "");
  }
}
