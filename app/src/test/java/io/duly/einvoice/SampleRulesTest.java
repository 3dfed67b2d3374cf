package io.duly.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duly.einvoice.model.CannotRead;
import io.duly.einvoice.model.Problem;
import io.duly.einvoice.reading.EInvoiceReader;
import io.duly.einvoice.rules.Rulebook;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published rules over invoices made by others: nothing fatal in the good ones, what is wrong in the bad ones. */
@Tag("P03")
class SampleRulesTest {
  private static final Rulebook RULES = new Rulebook();
  private static final Pattern MUST = Pattern.compile("must raise ([A-Z0-9-]+):");

  static Stream<NamedCsvRecord> valid() {
    return Stream.concat(Samples.expected("valid").stream(), Samples.expected("hybrid-pdf").stream());
  }

  static Stream<NamedCsvRecord> invalid() {
    return Samples.expected("invalid").stream();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void findsNothingFatalInGoodInvoices(NamedCsvRecord row) {
    var file = EInvoiceReader.read(Samples.bytes(row.getField("file")));
    assertThat(file.xml().map(RULES::check).orElse(List.of()).stream().filter(Problem::fatal)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void saysWhatIsWrongWithBadOnes(NamedCsvRecord row) {
    var problems = problems(row.getField("file"));
    System.out.println(row.getField("file") + " -> " + problems);
    var must = MUST.matcher(row.getField("expected"));
    if (must.find()) {
      assertThat(problems).extracting(Problem::code).contains(must.group(1));
    } else {
      assertThat(problems).anyMatch(Problem::fatal);
    }
  }

  private static List<Problem> problems(String name) {
    try {
      var file = EInvoiceReader.read(Samples.bytes(name));
      return Stream.of(file.problems(), file.invoices().getFirst().problems(), file.xml().map(RULES::check).orElse(List.of())).flatMap(List::stream).toList();
    } catch (CannotRead refused) {
      return List.of(Problem.fatal("refused", String.valueOf(refused.getMessage())));
    }
  }
}
