package io.duly.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.intake.job.Inbox;
import io.duly.intake.job.JobRunner;
import io.duly.parties.Parties;
import io.duly.testing.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Two servers watch one folder. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class InboxTest {
  private static final String HEADER = "Invoice number;Customer number;Customer name;Invoice date;Due date;Amount\n";

  private final TestDatabase database = TestDatabase.fresh();
  private static @TempDir Path folder;
  private ConfigurableApplicationContext one;
  private ConfigurableApplicationContext other;

  @BeforeAll
  void open() throws IOException {
    one = server("one");
    other = server("other");
    for (var name : new String[] {"Harbour Ltd", "Mill Ltd"}) {
      one.getBean(Parties.class).creditor(one.getBean(DSLContext.class), name);
    }
    Files.createDirectories(folder.resolve("Harbour Ltd"));
  }

  private ConfigurableApplicationContext server(String home) {
    return database.application(
        "spring.main.lazy-initialization=true", "duly.inbox=" + folder, "duly.home=" + folder.resolveSibling(folder.getFileName() + home));
  }

  @AfterAll
  void close() {
    one.close();
    other.close();
    database.close();
  }

  @Test
  void aCompleteFileIsTakenOnceWhicheverServerSeesItFirst() throws IOException, SQLException {
    put("Harbour Ltd/march.csv", HEADER + "H-1;1;Anna Ltd;2026-10-01;2026-11-01;10.00\n");
    settled();
    assertThat(folder.resolve("done/march.csv")).exists();
    assertThat(Files.readString(folder.resolve("done/march.csv.txt"))).contains("invoices", "1 new");
    assertThat(count("intake.job where name = 'march.csv'")).isEqualTo(1);
    assertThat(count("ledger.invoice i join parties.creditor c on c.id = i.creditor_id where c.name = 'Harbour Ltd' and i.number = 'H-1'")).isEqualTo(1);
    put("Harbour Ltd/march.csv", HEADER + "H-1;1;Anna Ltd;2026-10-01;2026-11-01;10.00\n");
    settled();
    assertThat(count("ledger.invoice where number = 'H-1'")).isEqualTo(1);
    try (Stream<Path> done = Files.list(folder.resolve("done"))) {
      assertThat(done.filter(path -> path.toString().endsWith("march.csv"))).hasSize(2);
    }
  }

  @Test
  void aFileThatIsStillWrittenOrOnlyPassesThroughIsLeftAlone() throws IOException, SQLException {
    put("Harbour Ltd/growing.csv", HEADER);
    put("Harbour Ltd/copy.csv.part", HEADER);
    one.getBean(Inbox.class).look();
    put("Harbour Ltd/growing.csv", HEADER + "H-2;1;Anna Ltd;2026-10-01;2026-11-01;10.00\n");
    one.getBean(Inbox.class).look();
    assertThat(folder.resolve("Harbour Ltd/growing.csv")).exists();
    settled();
    assertThat(folder.resolve("done/growing.csv")).exists();
    assertThat(folder.resolve("Harbour Ltd/copy.csv.part")).exists();
  }

  @Test
  void aFileThatIsRefusedHasATextBesideItThatSaysWhy() throws IOException, SQLException {
    put("whose.csv", HEADER + "W-1;1;Anna Ltd;2026-10-01;2026-11-01;10.00\n");
    put("Harbour Ltd/nonsense.csv", "alpha;beta\n1;2\n");
    settled();
    assertThat(Files.readString(folder.resolve("refused/whose.csv.txt"))).contains("Nothing of it was taken in", "several creditors", "Harbour Ltd");
    assertThat(Files.readString(folder.resolve("refused/nonsense.csv.txt"))).contains("No column has a name that is known");
    assertThat(count("ledger.invoice where number = 'W-1'")).isZero();
  }

  @Test
  void aFileThatAServerTookBeforeItDiedIsTakenIn() throws IOException, SQLException {
    Files.createDirectories(folder.resolve("working"));
    put("working/01a20258-1fc1-7000-bcc8-6552888d03b4 left.csv", "Company code;" + HEADER + "Mill Ltd;L-1;1;Anna Ltd;2026-10-01;2026-11-01;10.00\n");
    settled();
    assertThat(folder.resolve("done/left.csv")).exists();
    assertThat(count("ledger.invoice where number = 'L-1'")).isEqualTo(1);
  }

  /** Both servers look and work in turn, as often as a file needs. */
  private void settled() throws IOException, SQLException {
    for (int turn = 0; turn < 3; turn++) {
      for (var server : new ConfigurableApplicationContext[] {one, other}) {
        server.getBean(Inbox.class).look();
        server.getBean(JobRunner.class).runAll();
      }
    }
  }

  private void put(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private long count(String from) {
    return database.ask(tx -> tx.fetchSingle("select count(*) from " + from).get(0, Long.class));
  }
}
