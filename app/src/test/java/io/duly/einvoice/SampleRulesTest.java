package io.duly.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duly.einvoice.model.CannotRead;
import io.duly.einvoice.model.EInvoice;
import io.duly.einvoice.model.Problem;
import io.duly.einvoice.reading.EInvoiceReader;
import io.duly.einvoice.rules.Rulebook;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published rules over invoices made by others: nothing fatal in the good ones, what is wrong in the bad ones. */
@Tag("P03")
class SampleRulesTest {
  private static final Rulebook RULES = new Rulebook();
  private static final Pattern STANDARD = Pattern.compile("BR-(?!CL|DE).*");
  /** What our own lint finds wrong where the published rules say nothing. */
  private static final Set<String> WRONG = Set.of("line-arithmetic", "account-invalid");
  private static final Pattern MUST = Pattern.compile("must raise ([A-Z0-9-]+):");

  static Stream<NamedCsvRecord> valid() {
    return Stream.concat(Samples.expected("valid").stream(), Samples.expected("hybrid-pdf").stream());
  }

  static Stream<NamedCsvRecord> invalid() {
    return Samples.expected("invalid").stream();
  }

  @ParameterizedTest
  @MethodSource("valid")
  void findsNoRuleOfTheStandardBrokenInGoodInvoices(NamedCsvRecord row) {
    var file = EInvoiceReader.read(Samples.bytes(row.getField("file")));
    // Good by the standard's own rules: some use codes that were withdrawn since, or made-up numbers that Peppol checks.
    assertThat(file.xml().map(RULES::check).orElse(List.of()).stream().filter(one -> one.fatal() && STANDARD.matcher(one.code()).matches())).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void saysWhatIsWrongWithBadOnes(NamedCsvRecord row) {
    var problems = problems(row.getField("file"));
    var must = MUST.matcher(row.getField("expected"));
    if (must.find()) {
      assertThat(problems).extracting(Problem::code).contains(must.group(1));
    } else {
      assertThat(problems).anyMatch(one -> one.fatal() || WRONG.contains(one.code()));
    }
  }

  private static List<Problem> against(EInvoice invoice) {
    try {
      return Claims.of(invoice).notes();
    } catch (NotAClaim none) {
      return none.reasons();
    }
  }

  private static List<Problem> problems(String name) {
    try {
      var file = EInvoiceReader.read(Samples.bytes(name));
      var invoice = file.invoices().getFirst();
      return Stream.of(file.problems(), against(invoice), Lint.of(invoice, LocalDate.EPOCH), file.xml().map(RULES::check).orElse(List.of())).flatMap(List::stream).toList();
    } catch (CannotRead refused) {
      return List.of(Problem.fatal("refused", String.valueOf(refused.getMessage())));
    }
  }
}
