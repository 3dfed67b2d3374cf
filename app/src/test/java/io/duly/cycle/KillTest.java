package io.duly.cycle;

import static io.duly.cycle.Night.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import io.duly.testing.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The cycle killed with SIGKILL in the middle, again and again, and by several processes at once: always the same night. */
@Tag("I6")
class KillTest {
  private static final int KILLS = 25;
  /** As many kills one after the other share the time of one night. */
  private static final int KILLS_A_NIGHT = 3;

  /** Of as many chunks a night has at least. */
  private static final int CHUNKS = 38;

  /** What a night left behind, by natural keys: no ids made by the run and no times of the clock. */
  private static final String LEFT_BEHIND =
      """
      with c as (select c.*, d.external_id || ' ' || c.currency as account
                   from cases.recovery_case c join parties.debtor d on d.id = c.debtor_id)
      select concat_ws('|', 'case', account, stage, opened_on, next_action, next_action_on, review_on, because, priority, touched) from c
      union all
      select concat_ws('|', 'decision', account, decided_on, nth, action, step, n.next_action, n.review_on, open_balance, reasons)
        from cycle.decision n join c on c.id = n.case_id
      union all
      select concat_ws('|', 'message', account, planned_on, channel, step, template, state, invoice_ids, amounts)
        from correspondence.message m join c on c.id = m.case_id
      union all
      select concat_ws('|', 'task', account, kind, why, step, due_on) from cases.task t join c on c.id = t.case_id
      union all
      select concat_ws('|', 'step', account, invoice_id, step, taken_on) from cases.step_taken s join c on c.id = s.case_id
      union all
      select concat_ws('|', 'journal', account, seq, kind, actor, summary, body) from journal.entry e join c on c.id = e.case_id
      union all
      select concat_ws('|', 'chain', account, entries) from journal.chain h join c on c.id = h.case_id
      order by 1
      """;

  private static Path home = Path.of("");
  private static List<String> undisturbed = List.of();
  private static long millis;

  @BeforeAll
  static void runUndisturbed() throws Exception {
    home = Files.createTempDirectory("duly-home");
    try (var database = portfolio()) {
      var process = start(database);
      awaitReady(process);
      long began = System.nanoTime();
      assertThat(process.waitFor()).isZero();
      millis = (System.nanoTime() - began) / 1_000_000;
      undisturbed = leftBehind(database);
    }
    assertThat(undisturbed).hasSizeGreaterThan(20_000);
  }

  @AfterAll
  static void removeHome() throws IOException {
    Files.deleteIfExists(home);
  }

  @Test
  void killedTwentyFiveTimesItLeavesTheSameNightBehind() throws Exception {
    var random = new Random(25);
    int killed = 0;
    int betweenChunks = 0;
    while (killed < KILLS) {
      try (var database = portfolio()) {
        while (killed < KILLS && killedAtWork(database, random)) {
          killed++;
          betweenChunks += isHalfDone(database) ? 1 : 0;
        }
        assertThat(finish(start(database))).isZero();
        assertThat(leftBehind(database)).isEqualTo(undisturbed);
      }
    }
    assertThat(betweenChunks).as("kills that left some chunks done and others not").isGreaterThan(KILLS / 2);
  }

  @Test
  void twoProcessesAtOnceLeaveTheSameNightBehind() throws Exception {
    try (var database = portfolio()) {
      var one = start(database);
      var other = start(database);
      assertThat(finish(one)).isZero();
      assertThat(finish(other)).isZero();
      assertThat(leftBehind(database)).isEqualTo(undisturbed);
    }
  }

  /** A process that has ended by then was not killed: the caller counts only those that were at work. */
  private static boolean killedAtWork(TestDatabase database, Random random) throws Exception {
    var process = start(database);
    awaitReady(process);
    if (random.nextInt(4) > 0) {
      awaitChunks(database, process, done(database) + 1 + random.nextInt(CHUNKS / KILLS_A_NIGHT));
    }
    boolean ended = process.waitFor(random.nextLong(millis / CHUNKS * 2), TimeUnit.MILLISECONDS);
    return process.destroyForcibly().waitFor() != 0 && !ended;
  }

  /** Starting takes longer than the work itself: the moment is told by the work that is done, not by the clock. */
  private static void awaitChunks(TestDatabase database, Process process, int enough) throws InterruptedException {
    while (done(database) < enough && !process.waitFor(1, TimeUnit.MILLISECONDS)) {
      // the process works on
    }
  }

  private static int done(TestDatabase database) {
    return database.ask(context -> context.fetchSingle("select count(*) from cycle.chunk where done").get(0, Integer.class));
  }

  private static boolean isHalfDone(TestDatabase database) {
    var sql = "select coalesce(bool_or(done) and not bool_and(done), false) from cycle.chunk";
    return database.ask(context -> context.fetchSingle(sql).get(0, Boolean.class));
  }

  private static int finish(Process process) throws Exception {
    awaitReady(process);
    return process.waitFor();
  }

  private static void awaitReady(Process process) throws IOException {
    var out = process.inputReader(StandardCharsets.UTF_8);
    for (var line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
      assertThat(line).as("the process ended before it was ready").isNotNull();
    }
    Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {})); // a full pipe would hold the process up
  }

  private static Process start(TestDatabase database) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dlogging.level.root=error",
            "-cp", classPath(), RunOnce.class.getName(), Night.jdbc(database), home.toString(), TODAY.toString())
        .redirectError(new File("/dev/null"))
        .start();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private static List<String> leftBehind(TestDatabase database) {
    return database.ask(sql -> new ArrayList<>(sql.fetch(LEFT_BEHIND).getValues(0, String.class)));
  }

  /** The same invoices every time: 20,000 of 4,000 debtors. */
  private static TestDatabase portfolio() throws Exception {
    var database = TestDatabase.fresh();
    try (var owner = database.connectAsOwner()) {
      new BenchPortfolio(owner, TODAY, Clock.fixed(java.time.Instant.EPOCH, java.time.ZoneOffset.UTC)).write(4_000, 20_000);
    }
    return database;
  }
}
