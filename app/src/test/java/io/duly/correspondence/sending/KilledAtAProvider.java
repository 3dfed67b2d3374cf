package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.provider.RoughProvider;
import io.duly.correspondence.provider.RoughProvider.Mood;
import io.duly.cycle.Drafting;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * As {@link SendingKillTest}, of what goes to a provider: killed with SIGKILL before, in and after the talk with one that drops, stalls
 * and refuses, none is delivered twice, none vanishes, each has its key, and what nobody knows is somebody's task. More thorough with
 * {@code -Dduly.test.kills=}.
 */
@Tag("I4")
abstract class KilledAtAProvider {
  private static final int KILLS = Integer.getInteger("duly.test.kills", 2);
  private static final int MESSAGES = Integer.getInteger("duly.test.orders", 20);
  private static final int STEPS_A_MESSAGE = 3;
  private static final List<Mood> MOODS =
      List.of(Mood.TAKES_AND_HANGS_UP, Mood.TAKES_AND_FALLS_SILENT, Mood.TAKES_AND_BABBLES, Mood.TAKES_TWICE, Mood.TAKES_AND_STUTTERS, Mood.HANGS_UP_AT_ONCE, Mood.HANGS_UP_IN_THE_MIDDLE);

  private final Duration ahead = Duration.between(Instant.now(), Post.MORNING);
  private final Post post = new Post();
  private final Random random = new Random(20);

  @BeforeEach
  void draft() {
    for (int n = 0; n < MESSAGES; n++) {
      post.invoice(post.debtor("K-" + n), "1200.00", 1);
    }
    post.run(Post.TODAY);
    post.database.execute(byProvider());
  }

  /** Statements that let everything leave by the provider. */
  abstract String[] byProvider();

  /** With which its keys begin. */
  abstract String key();

  @AfterEach
  void close() {
    post.close();
  }

  @Test
  void killedAgainAndAgainItAsksForNothingTwiceAndLosesNothing() throws Exception {
    var victim = new AtomicReference<Process>();
    var left = new AtomicInteger(Integer.MAX_VALUE);
    int killed = 0;
    try (var provider = new RoughProvider(this::mood)) {
      provider.atEachStep(() -> {
        if (left.decrementAndGet() == 0) {
          victim.get().destroyForcibly();
        }
      });
      while (killed < KILLS && waiting() > 0) {
        left.set(Integer.MAX_VALUE);
        victim.set(start(provider.url()));
        awaitReady(victim.get());
        left.set(1 + random.nextInt(2 * STEPS_A_MESSAGE * MESSAGES / (KILLS + 1)));
        killed += victim.get().waitFor() == 0 ? 0 : 1;
      }
      left.set(Integer.MAX_VALUE);
      var last = start(provider.url());
      awaitReady(last);
      assertThat(last.waitFor()).isZero();
      System.out.printf("%d by %s %d kills: %s%n", MESSAGES, key(), killed, post.rows("select state, count(*) from correspondence.message group by 1 order by 1"));
      nothingTwiceAndNothingLost(provider);
    }
    assertThat(killed).isPositive();
  }

  private void nothingTwiceAndNothingLost(RoughProvider provider) {
    var keys = provider.taken().stream().map(RoughProvider.Request::key).toList();
    assertThat(keys).as("taken twice").doesNotHaveDuplicates();
    var sent = post.rows("select '" + key() + "' || id from correspondence.message where state = 'sent'");
    var uncertain = post.rows("select '" + key() + "' || id from correspondence.message where state = 'uncertain'");
    assertThat(keys).as("what is sent was taken").containsAll(sent);
    assertThat(uncertain).as("what was taken and is not sent is uncertain").containsAll(keys.stream().filter(key -> !sent.contains(key)).collect(Collectors.toSet()));
    assertThat(sent.size() + uncertain.size()).as("none vanished").isEqualTo(MESSAGES);
    assertThat(post.one(
            "select count(*) from correspondence.message m where state = 'uncertain' and not exists"
                + " (select from cases.task t where t.case_id = m.case_id and t.kind = 'delivery' and t.done_on is null)"))
        .as("uncertain ones without a task")
        .isEqualTo("0");
    assertThat(post.complaints()).isEmpty();
  }

  private synchronized Mood mood() {
    return random.nextInt(5) > 0 ? Mood.TAKES : MOODS.get(random.nextInt(MOODS.size()));
  }

  private int waiting() {
    return Integer.parseInt(post.one("select count(*) from correspondence.message where state = 'checked'"));
  }

  private static void awaitReady(Process process) throws IOException {
    var out = process.inputReader(StandardCharsets.UTF_8);
    for (var line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
      assertThat(line).as("the process ended before it was ready").isNotNull();
    }
    Thread.ofVirtual().start(() -> out.lines().forEach(_ -> {})); // a full pipe would hold the process up
  }

  private Process start(String url) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dlogging.level.root=error", "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), ProviderUntilDone.class.getName(),
            Drafting.jdbc(post.database), "1", Long.toString(ahead.toMillis()), Post.BERLIN.getId(), url)
        .redirectError(ProcessBuilder.Redirect.appendTo(new File("target/sending-kill.log")))
        .start();
  }
}
