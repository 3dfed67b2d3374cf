package io.duly.correspondence.reply;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.duly.correspondence.sending.Post;
import io.duly.cycle.Drafting;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Killed with SIGKILL while it takes in what lies in a mailbox, in the talk with the server and in the transactions between: every
 * message is taken once, none is lost, none is left unmarked. More thorough with {@code -Dduly.test.kills=}.
 */
@Tag("P23")
class MailboxKillTest {
  private static final int KILLS = Integer.getInteger("duly.test.kills", 3);
  private static final int MAILS = Integer.getInteger("duly.test.mails", 40);
  private static final int PIECES_A_MAIL = 2;
  private static final int LONGEST_TRANSACTION_MILLIS = 60;

  private final Duration ahead = Duration.between(Instant.now(), Post.MORNING);
  private final Desk desk = new Desk();
  private final Post post = desk.post;
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private final Random random = new Random(61);
  private GreenMailUser box;

  @BeforeEach
  void fill() throws Exception {
    server.start();
    box = server.setUser("accounts@brightwell.example", "accounts", "secret");
    post.reminded();
    post.send();
    for (int n = 0; n < MAILS; n++) {
      var mail = Desk.mail("k-1@debtor.example", "In-Reply-To: " + desk.knownAs() + "\n", "This is answer " + n + ".").replace("\n", "\r\n");
      box.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    }
  }

  @AfterEach
  void close() {
    server.stop();
    desk.close();
  }

  @Test
  void killedAgainAndAgainItTakesEveryMessageOnce() throws Exception {
    var victim = new AtomicReference<Process>();
    var left = new AtomicInteger(Integer.MAX_VALUE);
    int killed = 0;
    try (var relay = new Relay(server.getImap().getPort(), () -> killWhenItsTimeHasCome(victim, left))) {
      while (killed < KILLS && taken() < MAILS) {
        left.set(Integer.MAX_VALUE);
        victim.set(start(relay.port()));
        awaitReady(victim.get());
        left.set(1 + random.nextInt(2 * PIECES_A_MAIL * MAILS / (KILLS + 1)));
        killed += victim.get().waitFor() == 0 ? 0 : 1;
      }
      left.set(Integer.MAX_VALUE);
      var last = start(relay.port());
      awaitReady(last);
      assertThat(last.waitFor()).isZero();
    }
    System.out.printf("%d mails, %d kills%n", MAILS, killed);
    assertThat(killed).isPositive();
    everyOneOnce();
  }

  private void everyOneOnce() throws Exception {
    assertThat(post.one("select count(*), count(distinct words) from correspondence.reply where state = 'waiting'")).isEqualTo(MAILS + " " + MAILS);
    assertThat(post.one("select count(*) from journal.entry where kind = 'reply-received'")).isEqualTo(Integer.toString(MAILS));
    assertThat(post.one("select count(*), count(distinct uid), bool_and(marked_at is not null) from correspondence.mailbox_message")).isEqualTo(MAILS + " " + MAILS + " true");
    assertThat(server.getManagers().getImapHostManager().getInbox(box).getMessageCount()).isZero();
    assertThat(server.getManagers().getImapHostManager().getFolder(box, "Taken").getMessageCount()).isEqualTo(MAILS);
    assertThat(post.complaints()).isEmpty();
  }

  /** Some time after a piece of the talk, so that transactions die too. */
  private void killWhenItsTimeHasCome(AtomicReference<Process> victim, AtomicInteger left) {
    if (left.decrementAndGet() == 0) {
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(LONGEST_TRANSACTION_MILLIS)).toNanos());
      victim.get().destroyForcibly();
    }
  }

  private int taken() {
    return Integer.parseInt(post.one("select count(*) from correspondence.mailbox_message"));
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
    return new ProcessBuilder(
            java, "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dlogging.level.root=error", "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), MailboxUntilEmpty.class.getName(),
            Drafting.jdbc(post.database), Integer.toString(port), Long.toString(ahead.toMillis()), Post.BERLIN.getId())
        .redirectError(ProcessBuilder.Redirect.appendTo(new File("target/mailbox-kill.log")))
        .start();
  }
}
