package io.duly.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several processes on one data directory. */
class SharedServerTest {
  @TempDir private Path home;

  @Test
  void aSecondProcessJoinsAndLeavesTheServerToTheFirst() throws Exception {
    try (var server = EmbeddedPostgres.at(home, Map.of("shared_buffers", "16MB"))) {
      var second = startHolder();
      assertThat(lineOf(second)).isEqualTo(server.owner("postgres").url());
      second.getOutputStream().close();
      assertThat(second.waitFor()).isZero();
      assertThat(EmbeddedPostgresTest.ask(server.owner("postgres"), "select 1")).isEqualTo("1");
    }
  }

  @Test
  void aServerLeftByAKilledProcessIsAdopted() throws Exception {
    var first = startHolder();
    var url = lineOf(first);
    first.destroyForcibly().waitFor();
    try (var server = EmbeddedPostgres.at(home, Map.of())) {
      assertThat(server.owner("postgres").url()).isEqualTo(url);
      assertThat(EmbeddedPostgresTest.ask(server.owner("postgres"), "select 1")).isEqualTo("1");
    }
    assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
  }

  @Test
  void theFirstMayLeaveBeforeTheSecond() throws Exception {
    var server = EmbeddedPostgres.at(home, Map.of("shared_buffers", "16MB"));
    var second = startHolder();
    lineOf(second);
    server.close();
    assertThat(EmbeddedPostgresTest.ask(server.owner("postgres"), "select 1")).isEqualTo("1");
    second.getOutputStream().close();
    second.waitFor();
    assertThat(home.resolve("data/postmaster.pid")).doesNotExist();
  }

  @Test
  void severalMayUnpackTheProgramsAtTheSameTime() throws Exception {
    try (var hands = java.util.concurrent.Executors.newFixedThreadPool(3)) {
      var unpacked = hands.invokeAll(java.util.Collections.<java.util.concurrent.Callable<Path>>nCopies(3, () -> Binaries.unpackedBelow(home)));
      for (var one : unpacked) {
        assertThat(one.get().resolve("bin/postgres")).isExecutable();
      }
    }
    try (var folders = java.nio.file.Files.list(home.resolve("bin"))) {
      assertThat(folders).as("nothing is left of who came second").hasSize(1);
    }
  }

  private Process startHolder() throws java.io.IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElseThrow(),
            "-cp",
            System.getProperty("java.class.path"),
            Holder.class.getName(),
            home.toString())
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  @SuppressWarnings("resource") // closing the reader would close the process' output
  private static String lineOf(Process process) throws java.io.IOException {
    BufferedReader output = process.inputReader();
    return output.readLine();
  }

  /** Uses the server of a directory until its input ends. */
  static final class Holder {
    private Holder() {}

    public static void main(String[] args) throws java.io.IOException {
      try (var server = EmbeddedPostgres.at(Path.of(args[0]), Map.of("shared_buffers", "16MB"))) {
        System.out.println(server.owner("postgres").url());
        while (System.in.read() >= 0) {}
      }
    }
  }
}
