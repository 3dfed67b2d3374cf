package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.Role;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A server killed with SIGKILL in the middle of telling: nothing is lost, the order of each case holds, and what comes twice has one id. */
@Tag("P40")
class WebhookKillTest {
  private static final int OF_EACH = 6;
  private static final String[] BY_HAND = {"duly.webhooks.hosts=127.0.0.1", "duly.webhooks.by-itself=false", "duly.sending.by-itself=false", "duly.replies.by-itself=false", "duly.calls.by-itself=false"};

  private final Duration ahead = Duration.between(Instant.now(), Desk.MONDAY);
  private final Receiver receiver = new Receiver();
  private Desk desk;
  private Process server;

  @BeforeEach
  void open() {
    desk = new Desk(Desk.MONDAY, BY_HAND);
  }

  @AfterEach
  void close() {
    if (server != null) {
      server.destroyForcibly();
    }
    receiver.close();
    desk.close();
  }

  /** A server that tells by itself, by a clock that is so much ahead. */
  private Process started(Duration aheadOfThis) throws IOException {
    int port;
    try (var free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var process =
        new ProcessBuilder(
                java, "-Xmx400m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dlogging.level.root=error", "-Dduly.webhooks.hosts=127.0.0.1", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), Served.class.getName(), desk.database.url(), Integer.toString(port),
                Long.toString(aheadOfThis.toMillis()))
            .redirectError(ProcessBuilder.Redirect.appendTo(new File("target/webhook-kill.log")))
            .start();
    var out = process.inputReader(StandardCharsets.UTF_8);
    for (var line = out.readLine(); !"ready".equals(line); line = out.readLine()) {
      assertThat(line).as("the server ended before it was ready").isNotNull();
    }
    return process;
  }

  @Test
  void nothingIsLostAndTheOrderOfEachCaseHolds() throws Exception {
    var numbers = desk.database.ask(sql -> sql.fetch("select number from cases.recovery_case where stage <> 'closed' order by number limit 5").getValues(0, Long.class));
    try (var program = Program.of(desk, desk.person("mia", Role.MANAGER).person())) {
      assertThat(program.post("/api/v1/webhooks", "{\"name\": \"Ledger\", \"url\": \"" + receiver.url() + "\"}").status()).isEqualTo(201);
      for (int at = 0; at < OF_EACH; at++) {
        for (var number : numbers) {
          assertThat(program.post("/api/v1/cases/" + number + "/notes", "{\"text\": \"Note " + at + "\"}").status()).isEqualTo(201);
        }
      }
    }
    var inTheMiddle = new CountDownLatch(numbers.size() * 2 + 3);
    var killed = new CountDownLatch(1);
    receiver.answers(_ -> {
      inTheMiddle.countDown();
      if (inTheMiddle.getCount() == 0) {
        await(killed);
      }
      return 204;
    });
    server = started(ahead);
    assertThat(inTheMiddle.await(60, TimeUnit.SECONDS)).as("in the middle of telling").isTrue();
    assertThat(server.destroyForcibly().waitFor()).as("killed").isEqualTo(137);
    killed.countDown();
    int before = receiver.came.size();
    assertThat(before).isLessThan(numbers.size() * OF_EACH);
    assertThat(desk.database.<Long>ask(sql -> sql.fetchSingle("select count(*) from webhooks.event where state = 'waiting' and claimed_until is not null").get(0, Long.class))).as("under way when it died").isPositive();

    receiver.answers(204);
    server = started(ahead.plusMinutes(3));
    var until = Instant.now().plusSeconds(60);
    while (waiting() > 0 && Instant.now().isBefore(until)) {
      Thread.sleep(50);
    }
    assertThat(waiting()).isZero();
    var seqs = new LinkedHashMap<Long, ArrayList<Integer>>();
    var known = new ArrayList<String>();
    for (var came : receiver.came) {
      if (!known.contains(came.id())) {
        known.add(came.id());
        seqs.computeIfAbsent(came.json().at("/data/caseNumber").asLong(), _ -> new ArrayList<>()).add(came.json().at("/data/seq").asInt());
      }
    }
    assertThat(known).hasSize(numbers.size() * OF_EACH);
    assertThat(receiver.came.size()).as("what was under way came again").isGreaterThan(known.size());
    assertThat(seqs.values()).hasSize(numbers.size()).allSatisfy(each -> assertThat(each).hasSize(OF_EACH).isSorted());
  }

  private long waiting() {
    return desk.database.ask(sql -> sql.fetchSingle("select count(*) from webhooks.event where state = 'waiting'").get(0, Long.class));
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).as("the server was killed in time").isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
