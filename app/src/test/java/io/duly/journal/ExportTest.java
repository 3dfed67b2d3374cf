package io.duly.journal;

import static io.duly.journal.Entries.BRIGHTWELL;
import static io.duly.journal.Entries.NOW;
import static io.duly.journal.Entries.aCase;
import static io.duly.journal.Entries.note;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.duly.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("P25")
class ExportTest {
  private static List<String> exported = List.of();
  private static Exported told = new Exported("", 0, 0);

  @TempDir private Path directory;

  @BeforeAll
  static void export() throws SQLException, IOException {
    try (var database = TestDatabase.fresh();
        var app = database.connect()) {
      var dsl = DSL.using(app, SQLDialect.POSTGRES);
      var letter = new Document("Grüße.txt", "text/plain", new byte[] {0, 1, (byte) 0xff}, "");
      var hash = new Archive().keep(dsl, BRIGHTWELL, letter, NOW);
      new Journal().append(dsl, NOW, List.of(
          note(aCase(1), "Grüße, “quoted” \\ and 😀\nsecond line"),
          new JournalEntry(aCase(1), BRIGHTWELL, "letter-sent", NOW, "duly", "", "{\"a\": 1}", Optional.of(hash)),
          note(aCase(1), "last")));
      var out = new ByteArrayOutputStream();
      told = new Export().write(dsl, new Export().find(dsl, aCase(1).toString()).orElseThrow(), out);
      exported = out.toString(StandardCharsets.UTF_8).lines().toList();
    }
  }

  @Test
  void holdsAHeaderTheEntriesAndTheirDocuments() {
    assertThat(exported).hasSize(5);
    assertThat(exported.getFirst()).contains("\"format\":\"duly-journal-1\"", "\"entries\":3", told.head());
    assertThat(exported.getLast()).contains("\"name\":\"Grüße.txt\"", "\"base64\":\"AAH/\"");
    assertThat(told.entries()).isEqualTo(3);
    assertThat(told.documents()).isEqualTo(1);
  }

  @Test
  void theDocumentedProgramFindsItWhole() throws Exception {
    assertThat(verify(exported)).isEqualTo("whole\n");
  }

  @Test
  void theDocumentedProgramFindsWhatWasTamperedWith() throws Exception {
    assertThat(verify(changed(1, line -> line.replace("quoted", "quoter")))).startsWith("entry 1 ");
    assertThat(verify(changed(2, line -> line.replace("T09:30", "T09:31")))).startsWith("entry 2 ");
    assertThat(verify(changed(2, line -> line.replace("duly", "eve")))).startsWith("entry 2 ");
    assertThat(verify(changed(0, line -> line.replace("-000000000001", "-000000000002")))).startsWith("entry 1 ");
    assertThat(verify(changed(0, line -> line.replace("\"entries\":3", "\"entries\":2")))).contains("header");
    assertThat(verify(changed(4, line -> line.replace("AAH/", "AAH+")))).startsWith("document ");
    assertThat(verify(without(2))).startsWith("entry 2 ");
    assertThat(verify(without(3))).contains("header");
    assertThat(verify(without(4))).startsWith("document ");
    var swapped = new ArrayList<>(exported);
    swapped.add(1, swapped.remove(2));
    assertThat(verify(swapped)).startsWith("entry 1 ");
    var twice = new ArrayList<>(exported);
    twice.add(2, twice.get(1));
    assertThat(verify(twice)).startsWith("entry 2 ");
  }

  private static List<String> changed(int line, UnaryOperator<String> how) {
    var lines = new ArrayList<>(exported);
    lines.set(line, how.apply(lines.get(line)));
    assertThat(lines).isNotEqualTo(exported);
    return lines;
  }

  private static List<String> without(int line) {
    var lines = new ArrayList<>(exported);
    lines.remove(line);
    return lines;
  }

  private String verify(List<String> lines) throws IOException, InterruptedException {
    assumeTrue(hasPython(), "skipped: there is no python3 here");
    var file = Files.write(directory.resolve("export.jsonl"), lines);
    var program = Files.writeString(directory.resolve("verify.py"), documentedProgram());
    return run("python3", program.toString(), file.toString());
  }

  private static boolean hasPython() throws InterruptedException {
    try {
      return run("python3", "--version").startsWith("Python 3");
    } catch (IOException absent) {
      return false;
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private static String documentedProgram() throws IOException {
    var page = Path.of("docs/journal.md");
    var text = Files.readString(Files.exists(page) ? page : Path.of("..").resolve(page));
    var block = Pattern.compile("```python\n(.*?)```", Pattern.DOTALL).matcher(text);
    assertThat(block.find()).isTrue();
    assertThat(block.group(1).lines().filter(line -> !line.isBlank()).count()).isLessThanOrEqualTo(30);
    return block.group(1);
  }
}
