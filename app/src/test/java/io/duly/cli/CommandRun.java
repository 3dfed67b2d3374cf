package io.duly.cli;

import io.duly.testing.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A command as a person runs it, over a test's database. */
public record CommandRun(int exitCode, String out, String err) {

  public static CommandRun of(TestDatabase database, String... words) {
    System.setProperty("duly.database-url", database.url());
    System.setProperty("duly.home", "target/test-home");
    try {
      return of(words);
    } finally {
      System.clearProperty("duly.database-url");
      System.clearProperty("duly.home");
    }
  }

  /** A command that needs no database. */
  public static CommandRun of(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var outBefore = System.out;
    var errBefore = System.err;
    try {
      System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
      int exitCode = Duly.run(words);
      return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(outBefore);
      System.setErr(errBefore);
    }
  }

  public JsonNode json() {
    return JsonMapper.builder().build().readTree(out);
  }
}
