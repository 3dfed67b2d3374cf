package io.duly.banking;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.duly.banking.reading.CannotRead;
import io.duly.banking.statement.Entry;
import io.duly.banking.statement.Statement;
import io.duly.intake.FileReport;
import io.duly.intake.ImportRequest;
import io.duly.intake.Intake;
import io.duly.intake.Progress;
import io.duly.kernel.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every sample of the banks, through the front door: what is stored is what was read, or the file is refused. */
@Tag("P08")
class SampleImportTest {
  private static Till till;

  @BeforeAll
  static void open() {
    Samples.folder();
    till = new Till();
  }

  @AfterAll
  static void close() {
    if (till != null) {
      till.close();
    }
  }

  @TestFactory
  Stream<DynamicTest> everySampleIsStoredAsItWasReadOrRefused() {
    return Samples.table("expected.csv").stream()
        .filter(row -> row.getField("file").matches("(camt|mt940|ofx|bai2|coda|qif)/.*"))
        .map(row -> DynamicTest.dynamicTest(row.getField("file"), () -> sample(row)));
  }

  private static void sample(NamedCsvRecord row) {
    till.clear();
    var file = Samples.folder().resolve(row.getField("file"));
    var request = row.getField("file").endsWith(".qif") ? ImportRequest.on(Till.TODAY).ofAccount("QIF-1", "USD") : ImportRequest.on(Till.TODAY);
    var report = till.take(request, file);
    var statements = read(file);
    if (statements.isEmpty() && !row.getField("file").endsWith(".qif")) {
      assertThat(report.refused()).isTrue();
      assertThat(report.findings().getFirst().message()).hasSizeGreaterThan(40);
      assertThat(till.number("select count(*) from intake.file")).isZero();
      return;
    }
    assertThat(report.refused()).isFalse();
    statements.ifPresent(all -> stored(report, all));
    assertThat(till.number("select count(*) from banking.entry where booked and amount > 0 and not reversal and return_code is null and same_as is null and receipt_id is null"
        + " and statement_id in (select id from banking.statement where kind <> 'intraday')")).isZero();
    assertThat(till.take(request, file).imported()).isZero();
  }

  private static void stored(FileReport report, List<Statement> statements) {
    var in = report.bankStatements().orElseThrow();
    assertThat(in.statements()).isEqualTo(statements.size());
    assertThat(till.number("select count(*) from banking.statement")).isEqualTo(in.statements() - in.repeated());
    if (in.repeated() == 0) {
      assertThat(till.number("select count(distinct (statement_id, line)) from banking.entry")).isEqualTo(statements.stream().mapToInt(one -> one.entries().size()).sum());
      assertThat(till.number("select coalesce(sum(amount), 0)::bigint from banking.entry")).isEqualTo(statements.stream().flatMap(one -> one.entries().stream()).map(Entry::amount).mapToLong(Money::minor).sum());
    }
  }

  private static Optional<List<Statement>> read(Path file) {
    try {
      return Optional.of(Samples.read(file));
    } catch (CannotRead refused) {
      return Optional.empty();
    }
  }

  @Test
  void theChainIsUnbrokenInAnyOrderAndWithFilesTwice() throws Exception {
    till.clear();
    var random = new Random(7);
    var files = new ArrayList<>(files());
    files.addAll(files.stream().filter(_ -> random.nextInt(4) == 0).map(SampleImportTest::copy).toList());
    Collections.shuffle(files, random);
    var reports = till.the(Intake.class).take(files, ImportRequest.on(Till.TODAY), Progress.NONE);
    assertThat(reports).noneMatch(FileReport::refused);
    assertThat(till.number("select count(*) from banking.statement")).isEqualTo(206);
    assertThat(till.number("select count(*) from banking.entry where same_as is not null")).isZero();
    assertThat(till.rows("select known_to::text as day from banking.account")).allMatch(row -> row.get("day").equals("2024-08-01"));
    for (var row : Samples.table("camt-chain.expected.csv")) {
      var day = row.getField("file").substring(8, 18);
      var where = " from banking.entry e join banking.statement s on s.id = e.statement_id join banking.account a on a.id = s.account_id where a.number = '"
          + row.getField("account") + "' and s.closing_on = '" + day + "'";
      assertThat(till.number("select coalesce(sum(amount) filter (where amount > 0), 0)::bigint" + where)).isEqualTo(cents(row.getField("credits")));
      assertThat(till.number("select coalesce(-sum(amount) filter (where amount < 0), 0)::bigint" + where)).isEqualTo(cents(row.getField("debits")));
      assertThat(till.number("select count(distinct line)" + where)).isEqualTo(Long.parseLong(row.getField("entries")));
    }
  }

  private static long cents(String amount) {
    return new BigDecimal(amount).movePointRight(2).longValueExact();
  }

  private static Path copy(Path file) {
    try {
      return Files.copy(file, Files.createTempDirectory("again").resolve("again.xml"));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Path> files() throws IOException {
    try (var found = Files.list(Samples.folder().resolve("camt-chain"))) {
      return found.sorted().toList();
    }
  }
}
