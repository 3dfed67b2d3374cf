package io.duly.banking;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Statement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** What others assert of the first entries of MT940 samples, said in our words. */
@Tag("P08")
class UpstreamAssertionsTest {
  private static final Pattern ENTRY = Pattern.compile("transactions\\[(\\d+)]\\.(getAmount|getValueDate.*|getBookDate.*|getIBAN|getBIC|getAccountHolder|getSvwz|getBankRef|getTxText)");

  @TestFactory
  Stream<DynamicTest> everyMt940FieldAssertedByOthersIsFound() {
    return Samples.table("upstream-assertions.csv").stream()
        .filter(row -> row.getField("file").startsWith("mt940/") && !row.getField("expected").equals("null"))
        .filter(row -> !bookedInTheValueDate(row))
        .collect(Collectors.groupingBy(row -> row.getField("file"))).entrySet().stream()
        .map(file -> DynamicTest.dynamicTest(file.getKey(), () -> file(file.getKey(), file.getValue())));
  }

  /** Others take the only date of this bank as the booking date; the format's description says that it is the value date. */
  private static boolean bookedInTheValueDate(NamedCsvRecord row) {
    return row.getField("file").contains("ing-unix") && row.getField("what").contains("Date");
  }

  private static void file(String name, List<NamedCsvRecord> rows) {
    List<Statement> statements = Samples.read(Samples.folder().resolve(name));
    for (NamedCsvRecord row : rows) {
      Matcher entry = ENTRY.matcher(row.getField("what"));
      if (entry.matches()) {
        String expected = row.getField("expected");
        assertThat(statements).as(row.getField("what") + " of " + name)
            .anySatisfy(each -> assertThat(said(each.entries().get(Integer.parseInt(entry.group(1))), entry.group(2)).orElse("")).isEqualTo(plain(expected)));
      } else if (row.getField("what").equals("statement.getAccount.getNumber")) {
        assertThat(statements.getFirst().account()).endsWith(row.getField("expected"));
      } else if (row.getField("what").equals("count of statements")) {
        assertThat(statements).hasSize(Integer.parseInt(row.getField("expected")));
      }
    }
  }

  private static Optional<String> said(Entry entry, String what) {
    return switch (what.replaceFirst("\\..*", "")) {
      case "getAmount" -> Optional.of(plain(entry.amount().plain()));
      case "getValueDate" -> entry.valueDate().map(Object::toString);
      case "getBookDate" -> entry.day().map(Object::toString);
      case "getIBAN" -> entry.details().counterparty().account();
      case "getBIC" -> entry.details().counterparty().bank();
      case "getAccountHolder" -> entry.details().counterparty().name();
      case "getSvwz" -> Optional.of(String.join("", entry.details().remittance()));
      case "getBankRef" -> entry.bankReference();
      default -> entry.details().bankText();
    };
  }

  private static String plain(String text) {
    return text.matches("-?\\d+\\.\\d+") ? text.replaceFirst("\\.?0+$", "") : text.replaceFirst(" 00:00:00$", "");
  }
}
