package io.duly.correspondence.sending;

import static io.duly.correspondence.sending.Post.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reports of servers that a message did not arrive. */
@Tag("P22")
class BouncesTest {
  private final Post post = new Post();

  @BeforeEach
  void send() {
    post.reminded();
    assertThat(post.send()).returns(1, SendReport::sent);
  }

  @AfterEach
  void close() {
    post.close();
  }

  @Test
  void aWrongAddressIsATaskAndNotUsedAgain() {
    var report = report(knownAs(), "failed", "5.1.1", "smtp; 550 5.1.1 <k-1@debtor.example>: no such user");
    assertThat(take(report)).returns("bounced", Bounces.Taken::became);
    assertThat(take(report)).as("the same again").returns("nothing", Bounces.Taken::became);
    assertThat(post.state()).isEqualTo("bounced");
    assertThat(post.one("select address from correspondence.dead_address")).isEqualTo("k-1@debtor.example");
    assertThat(post.one("select why from cases.task where done_on is null and kind = 'delivery'")).contains("5.1.1").contains("find another");
    assertThat(post.one("select e.document is not null, d.media_type from journal.entry e join journal.document d on d.sha256 = e.document"
            + " where e.kind = 'message-bounced'")).isEqualTo("true message/rfc822");
    assertThat(post.one("select sent_on from correspondence.message")).as("it left all the same").isEqualTo(TODAY.toString());
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void aFullBoxIsATaskAndTheAddressIsKept() {
    assertThat(take(report(knownAs(), "failed", "5.2.2", "smtp; 552 mailbox full"))).returns("bounced", Bounces.Taken::became);
    assertThat(post.one("select count(*) from correspondence.dead_address")).isEqualTo("0");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void aDelayIsALineInTheJournal() {
    assertThat(take(report(knownAs(), "delayed", "4.4.1", "smtp; no answer"))).returns("delayed", Bounces.Taken::became);
    assertThat(post.state()).isEqualTo("sent");
    assertThat(post.one("select count(*) from cases.task")).isEqualTo("0");
  }

  @ParameterizedTest
  @ValueSource(strings = {"delivered", "relayed", "expanded", ""})
  void whatDidArriveChangesNothing(String action) {
    assertThat(take(report(knownAs(), action, "2.0.0", "")).became()).isEqualTo("nothing");
    assertThat(post.state()).isEqualTo("sent");
  }

  @Test
  void aReportAboutAStrangersMessageIsNotOurs() {
    assertThat(take(report("<other@elsewhere.example>", "failed", "5.1.1", ""))).matches(taken -> !taken.isOurs());
    assertThat(take("Subject: out of office\r\n\r\nBack on Monday.\r\n")).matches(taken -> !taken.isOurs());
    assertThat(take("")).matches(taken -> !taken.isOurs());
    assertThat(take("Content-Type: multipart/report; boundary=x\r\n\r\n" + "--x\r\n".repeat(5000))).matches(taken -> !taken.isOurs());
    assertThat(post.state()).isEqualTo("sent");
  }

  private Bounces.Taken take(String report) {
    return post.asked(tx -> post.the(Bounces.class).take(tx, report.getBytes(StandardCharsets.UTF_8), post.now()));
  }

  private String knownAs() {
    return post.one("select known_as from correspondence.attempt");
  }

  static String report(String messageId, String action, String status, String diagnosis) {
    return """
        From: MAILER-DAEMON@mx.debtor.example
        To: accounts@brightwell.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="x1"

        --x1
        Content-Type: text/plain

        I am sorry.

        --x1
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.debtor.example
        Arrival-Date: Tue, 2 Jun 2026 10:00:01 +0200

        Final-Recipient: rfc822; k-1@debtor.example
        Action: %s
        Status: %s
        Diagnostic-Code: %s

        --x1
        Content-Type: text/rfc822-headers

        From: accounts@brightwell.example
        Message-ID: %s
        Subject: Reminder

        --x1--
        """
        .formatted(action, status, diagnosis, messageId)
        .replace("\n", "\r\n");
  }
}
