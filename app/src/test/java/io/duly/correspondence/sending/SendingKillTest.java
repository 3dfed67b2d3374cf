package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.cycle.Drafting;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The dispatcher killed with SIGKILL at any place of the talk with a mail server that drops, stalls and refuses, and two
 * dispatchers at once: no message arrives twice, none vanishes, and what nobody knows is somebody's task. With
 * {@code -Dduly.test.kills=50 -Dduly.test.messages=2000} as thoroughly as it takes.
 */
@Tag("I4")
class SendingKillTest {
  private static final int KILLS = Integer.getInteger("duly.test.kills", 4);
  private static final int MESSAGES = Integer.getInteger("duly.test.messages", 60);
  /** What is said about one message: connect or look, sender, receiver, data, its end. */
  private static final int LINES_A_MESSAGE = 5;

  /** One clock for all processes: a message that waits for a minute waits for the next process too. */
  private final Duration ahead = Duration.between(Instant.now(), Post.MORNING);

  private final Post post = new Post();
  private final Random random = new Random(50);

  @BeforeEach
  void draft() {
    post.database.execute(
        """
        insert into parties.debtor (id, creditor_id, external_id, name, kind, country, time_zone, email)
        select gen_random_uuid(), '%s', 'K-' || n, 'Debtor ' || n, 'company', 'DE', 'Europe/Berlin', 'k' || n || '@debtor.example'
          from generate_series(1, %d) n
        """
            .formatted(post.creditor, MESSAGES),
        """
        insert into ledger.invoice (id, creditor_id, debtor_id, number, currency, gross, issued_on, due_on)
        select gen_random_uuid(), creditor_id, id, 'R-' || external_id, 'EUR', 120000, date '%1$s' - 31, date '%1$s' - 1 from parties.debtor
        """
            .formatted(Post.TODAY));
    post.run(Post.TODAY);
    assertThat(post.one("select count(*) from correspondence.message where state = 'checked'")).isEqualTo(Integer.toString(MESSAGES));
  }

  @AfterEach
  void close() {
    post.close();
  }

  @Test
  void killedAgainAndAgainItSendsNothingTwiceAndLosesNothing() throws Exception {
    var victim = new AtomicReference<Process>();
    var left = new AtomicInteger(Integer.MAX_VALUE);
    int killed = 0;
    try (var rough = new RoughServer(post.mail.getSmtp().getPort(), this::fault)) {
      rough.atEachStep(() -> killWhenItsTimeHasCome(victim, left));
      while (killed < KILLS && waiting() > 0) {
        left.set(Integer.MAX_VALUE);
        victim.set(start(rough.port()));
        awaitReady(victim.get());
        left.set(1 + random.nextInt(2 * LINES_A_MESSAGE * MESSAGES / (KILLS + 1)));
        killed += victim.get().waitFor() == 0 ? 0 : 1;
      }
      left.set(Integer.MAX_VALUE);
      assertThat(finish(start(rough.port()))).isZero();
    }
    System.out.printf("%d messages, %d kills: %s%n", MESSAGES, killed, post.rows("select state, count(*) from correspondence.message group by 1 order by 1"));
    assertThat(killed).isGreaterThanOrEqualTo(KILLS / 2);
    nothingTwiceAndNothingLost();
  }

  @Test
  void twoAtOnceSendNothingTwiceAndLoseNothing() throws Exception {
    try (var rough = new RoughServer(post.mail.getSmtp().getPort(), this::fault)) {
      var one = start(rough.port());
      var other = start(rough.port());
      awaitReady(one);
      awaitReady(other);
      assertThat(one.waitFor()).isZero();
      assertThat(other.waitFor()).isZero();
    }
    assertThat(post.one("select count(distinct node) > 1 from correspondence.attempt")).as("both had a hand in it").isEqualTo("true");
    nothingTwiceAndNothingLost();
  }

  private void nothingTwiceAndNothingLost() throws Exception {
    Map<String, Long> arrived = arrivedById();
    assertThat(arrived.values()).as("arrived twice").allMatch(times -> times == 1);
    var sent = post.rows("select '<' || id || '@brightwell.example>' from correspondence.message where state = 'sent'");
    var uncertain = post.rows("select '<' || id || '@brightwell.example>' from correspondence.message where state = 'uncertain'");
    assertThat(arrived.keySet()).as("what is sent has arrived").containsAll(sent);
    arrived.keySet().removeAll(sent);
    assertThat(uncertain).as("what arrived and is not sent is uncertain").containsAll(arrived.keySet());
    assertThat(sent.size() + uncertain.size()).as("none vanished").isEqualTo(MESSAGES);
    assertThat(post.one(
            "select count(*) from correspondence.message m where state = 'uncertain' and not exists"
                + " (select from cases.task t where t.case_id = m.case_id and t.kind = 'delivery' and t.done_on is null)"))
        .as("uncertain ones without a task")
        .isEqualTo("0");
    assertThat(post.complaints()).isEmpty();
  }

  private Map<String, Long> arrivedById() throws Exception {
    List<String> ids = new ArrayList<>();
    for (var message : post.mail.getReceivedMessages()) {
      ids.add(message.getMessageID());
    }
    return ids.stream().collect(Collectors.groupingBy(Function.identity(), java.util.HashMap::new, Collectors.counting()));
  }

  /** One message in six meets some fault. */
  private synchronized Fault fault() {
    var possible = new EnumMap<Fault, Boolean>(Fault.class);
    for (var fault : Fault.values()) {
      possible.put(fault, !fault.words().startsWith("5"));
    }
    var usable = possible.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
    return random.nextInt(6) > 0 ? Fault.NONE : usable.get(random.nextInt(usable.size()));
  }

  private static void killWhenItsTimeHasCome(AtomicReference<Process> victim, AtomicInteger left) {
    if (left.decrementAndGet() == 0) {
      victim.get().destroyForcibly();
    }
  }

  private int waiting() {
    return Integer.parseInt(post.one("select count(*) from correspondence.message where state = 'checked'"));
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

  private Process start(int port) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var log = new File("target/sending-kill.log");
    return new ProcessBuilder(
            java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dlogging.level.root=error", "-cp", classPath(),
            SendUntilDone.class.getName(), Drafting.jdbc(post.database), Integer.toString(port), Long.toString(ahead.toMillis()), Post.BERLIN.getId())
        .redirectError(ProcessBuilder.Redirect.appendTo(log))
        .start();
  }

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
