package io.duly.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.testing.TestDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
  void aFileThatBringsItsCreditorsMakesNoOtherUnclear() throws IOException {
    try (var own = TestDatabase.fresh()) {
      var many = file("company code," + HEADER, "CC1,1,CC-1,T1,2026-03-13,2026-04-12,EUR,100.00,100.00", "CC2,2,CC-2,T1,2026-03-13,2026-04-12,EUR,9.00,9.00");
      var none = file(HEADER, "1,CC-3,T1,2026-03-13,2026-04-12,EUR,100.00,100.00");

      assertThat(CommandRun.of(own, "import", many.toString(), none.toString()).exitCode()).isEqualTo(ExitCode.DONE);
      assertThat(own.<Integer>ask(tx -> tx.fetchCount(tx.selectFrom("parties.creditor")))).isEqualTo(3);
      var again = CommandRun.of(own, "import", many.toString(), none.toString());
      assertThat(again.exitCode()).as("now several could be meant, and nothing goes in").isEqualTo(ExitCode.WRONG_USAGE);
      assertThat(again.err()).contains("Say --creditor with one of");
    }
  }

  @Test
  void wrongUsageIsSaidInASentence() throws IOException {
    var invoices = file(HEADER, "1,W-1,W1,2026-03-13,2026-04-12,EUR,100.00,100.00").toString();

    refused("no file", "import", folder.resolve("nothing.csv").toString());
    refused("--dates is dmy, mdy or ymd", "import", invoices, "--dates", "sometimes");
    refused("--currency", "import", invoices, "--currency", "Euro");
    refused("The map says column", "import", invoices, "--map", file("columns:", "  amount: price").toString());
    refused("'yesterday' is no date such as", "import", invoices, "--as-of", "yesterday");
    refused("FILE", "import");
  }

  /** What arrives broken, end to end: a sentence, exit 1, no trace of our own, and all of it or nothing of it. */
  @ParameterizedTest
  @MethodSource("broken")
  void aBrokenFileIsToldInASentence(Broken broken) throws IOException {
    var run = duly("import", "--json", Files.write(Files.createTempFile(folder, "broken", ".csv"), broken.bytes()).toString());

    assertThat(run.exitCode()).as(run.err()).isEqualTo(ExitCode.FINDINGS);
    assertThat(run.err()).doesNotContain("\tat ", "Exception");
    var report = run.json().get("files").get(0);
    assertThat(report.get("findings").valueStream().map(finding -> finding.get("code").asString())).contains(broken.code());
    assertThat(report.get("findings").valueStream().map(finding -> finding.get("message").asString())).allMatch(message -> message.length() > 20);
    assertThat(Stream.of("imported", "quarantined").map(name -> report.get(name).asInt())).containsExactly(broken.imported(), broken.setAside());
    assertThat(invoices(broken)).isEqualTo(broken.imported());
  }

  private static int invoices(Broken broken) {
    return DATABASE.ask(tx -> tx.fetchCount(tx.selectFrom("ledger.invoice where number like '" + broken.name() + "-%'")));
  }

  /**
   * A file that is not as it should be.
   *
   * @param name begins the numbers of its invoices
   * @param code of what is told
   */
  record Broken(String name, String text, String code, int imported, int setAside) {
    /** In UTF-8, but for the character 2, which is an ü in another encoding. */
    byte[] bytes() {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = bytes[at] == 2 ? (byte) 0xFC : bytes[at];
      }
      return bytes;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Broken> broken() {
    return Stream.of(
        new Broken("EMPTY", "", "empty", 0, 0),
        new Broken("BINARY", "PK\u0003\u0004" + "\0\u0001".repeat(500), "not-text", 0, 0),
        new Broken("ZEROS", HEADER + "\n" + "\0".repeat(5000), "not-text", 0, 0),
        new Broken("TWINS", HEADER + ",amount\n" + good("TWINS-1") + ",100.00\n", "duplicate-column", 0, 0),
        new Broken("TRUNCATED", HEADER + "\n" + good("TRUNCATED-1") + "\n" + good("TRUNCATED-2").substring(0, 25), "ragged", 1, 1),
        new Broken("LONG", HEADER + "\n" + good("LONG-1") + "\nx," + "9".repeat(10_000_000) + "\n" + good("LONG-2") + "\n", "row-too-long", 2, 1),
        // One byte of another encoding in a file that is UTF-8 for the rest.
        new Broken("ENCODED", HEADER + ",name\n" + good("ENCODED-1") + "," + "ü".repeat(30) + "\n" + good("ENCODED-2") + ",M\u0002ller\n", "not-text", 1, 1),
        new Broken("QUOTED", HEADER + "\n" + good("QUOTED-1") + "\n3,\"QUOTED-2,B1,2026-03-13,2026-04-12,EUR,100.00,100.00\n" + good("QUOTED-3") + "\n", "quote", 2, 1),
        new Broken("FORMULA", HEADER + ",name\n" + good("FORMULA-1") + ",=HYPERLINK(\"x\")\n4,FORMULA-2,,2026-03-13,2026-04-12,EUR,100.00,100.00,=1+1\n", "formula-like", 1, 1));
  }

  private static String good(String number) {
    return "1," + number + ",B1,2026-03-13,2026-04-12,EUR,100.00,100.00";
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
