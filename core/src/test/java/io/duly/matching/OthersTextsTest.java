package io.duly.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identifiers.OthersRows;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Texts that payments really came with. Where one names a number, there is an open invoice with that number and amount among the invoices of
 * all the others. Decided by machine is who names the invoice. Not decided, on purpose: "Order HRLMYB4678 payment", for the buyer's order
 * is not the invoice (15 rows); texts that name nothing; and the fields of MT940 that stand here unread, which banking reads before.
 */
@Tag("P08")
class OthersTextsTest {
  private static final Pattern NAMES = Pattern.compile("(?:Transfer ref|Settlement|Payment for invoice|Service fee) (\\w+)");
  private static final Pattern ORDERS = Pattern.compile("Order (\\w+) payment");

  @Test
  void everyNamedInvoiceIsFoundAndNothingElseIsTakenForOne() throws IOException {
    var rows = OthersRows.of("customers-refs/remittance-texts.csv");
    var counter = new Counter();
    for (var row : rows) {
      var number = named(row, NAMES).isEmpty() ? named(row, ORDERS) : named(row, NAMES);
      if (!number.isEmpty()) {
        counter.debtor("C" + number, "Customer " + number).owes("C" + number, number, amount(row));
      }
    }
    var said = counter.all(rows.stream().map(row -> payment(counter, row)).toList()).stream().map(one -> counter.said(one.match())).toList();
    int found = 0;
    for (int at = 0; at < rows.size(); at++) {
      var number = named(rows.get(at), NAMES);
      found += number.isEmpty() ? 0 : 1;
      if (number.isEmpty()) {
        assertThat(said.get(at)).as(text(rows.get(at))).doesNotStartWith("sure");
      } else {
        assertThat(said.get(at)).as(text(rows.get(at))).isEqualTo("sure invoice-number " + number + "=" + amount(rows.get(at)));
      }
    }
    assertThat(rows).hasSize(241);
    assertThat(found).as("rows that name an invoice").isGreaterThan(40);
  }

  private static Payment payment(Counter counter, Map<String, String> row) {
    var reference = row.getOrDefault("structured_ref", "");
    return counter.payment(amount(row), "", "", text(row), List.of(reference).stream().filter(one -> !one.isEmpty()).toArray(String[]::new));
  }

  private static String named(Map<String, String> row, Pattern words) {
    var found = words.matcher(text(row));
    return found.find() ? found.group(1) : "";
  }

  private static String text(Map<String, String> row) {
    return row.getOrDefault("unstructured", "").replace('⏎', '\n');
  }

  /** Some have none, or write 9, for 9,00. */
  private static String amount(Map<String, String> row) {
    var written = row.getOrDefault("amount", "").replace(',', '.').replaceAll("\\.$", "");
    var amount = new BigDecimal(written.isEmpty() ? "1" : written).setScale(2, RoundingMode.HALF_UP);
    return amount.max(new BigDecimal("0.01")).toPlainString();
  }
}
