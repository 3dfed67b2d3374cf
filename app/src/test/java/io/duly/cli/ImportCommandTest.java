package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("P03")
class ImportCommandTest {
  private static final String HEADER = "invoice_id,number,debtor_id,issue_date,due_date,currency,amount,open_amount";

  @AutoClose private static final TestDatabase DATABASE = TestDatabase.fresh();
  @TempDir private Path folder;

  @Test
  void tellsOfEachFileWhatBecameOfItsRows() throws IOException {
    var debtors = file("debtor_id,name,street,postal_code,city,country,language,email,kind", "T1,Anna Traders,Road 1,1011,Amsterdam,NL,nl,anna@example.org,company");
    var invoices = file(HEADER, "1,T-1,T1,2026-03-13,2026-04-12,EUR,100.00,100.00", "2,T-2,T1,2026-03-32,2026-04-12,EUR,100.00,100.00");
    var run = duly("import", "--json", invoices.toString(), debtors.toString());

    assertThat(run.exitCode()).as("a row was set aside").isEqualTo(ExitCode.FINDINGS);
    var first = run.json().get("files").get(0);
    assertThat(first.get("kind").asString()).isEqualTo("invoices");
    assertThat(first.get("format").asString()).isEqualTo("csv");
    assertThat(Stream.of("rows", "imported", "duplicates", "quarantined").map(name -> first.get(name).asInt())).containsExactly(2, 1, 0, 1);
    var finding = first.get("findings").valueStream().filter(one -> one.get("code").asString().equals("date")).findFirst().orElseThrow();
    assertThat(finding.get("row").asInt()).isEqualTo(3);
    assertThat(finding.get("field").asString()).isEqualTo("issuedOn");
    assertThat(finding.get("message").asString()).contains("2026-03-32", "Correct it");
    assertThat(run.json().get("files").get(1).get("kind").asString()).isEqualTo("debtors");
    assertThat(duly("import", debtors.toString()).exitCode()).isEqualTo(ExitCode.DONE);
  }

  @Test
  void wrongUsageIsSaidInASentence() throws IOException {
    var invoices = file(HEADER, "1,W-1,W1,2026-03-13,2026-04-12,EUR,100.00,100.00").toString();

    refused("no file", "import", folder.resolve("nothing.csv").toString());
    refused("--dates is dmy, mdy or ymd", "import", invoices, "--dates", "sometimes");
    refused("--currency", "import", invoices, "--currency", "Euro");
    refused("The map says column", "import", invoices, "--map", file("columns:", "  amount: price").toString());
    refused("--as-of", "import", invoices, "--as-of", "yesterday");
    refused("FILE", "import");
  }

  @Test
  void measuresItself() {
    var run = duly("bench", "import", "--rows", "400", "--debtors", "50", "--before", "60", "--json");

    assertThat(run.exitCode()).as(run.err()).isZero();
    assertThat(run.json().get("rows").asInt()).isEqualTo(400);
    assertThat(run.json().get("againChanged").asInt()).isZero();
    assertThat(Stream.of("debtors", "copySeconds", "debtorSeconds", "invoiceSeconds", "rowsPerSecond", "ratioToCopy", "againSeconds", "peakMemoryMiB")
        .map(name -> run.json().get(name).asDouble())).allMatch(value -> value > 0);
    assertThat(duly("bench", "import", "--rows", "5", "--debtors", "50").exitCode()).isEqualTo(ExitCode.WRONG_USAGE);
  }

  private static void refused(String words, String... command) {
    var run = duly(command);
    assertThat(run.exitCode()).as(String.join(" ", command)).isEqualTo(ExitCode.WRONG_USAGE);
    assertThat(run.err()).contains(words).doesNotContain("\tat ");
  }

  private static CommandRun duly(String... words) {
    return CommandRun.of(DATABASE, words);
  }

  private Path file(String... lines) throws IOException {
    return Files.write(Files.createTempFile(folder, "list", ".csv"), Arrays.asList(lines));
  }
}
