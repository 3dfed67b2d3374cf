package io.duly.correspondence.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.duly.correspondence.sending.Committed;
import io.duly.correspondence.sending.Post;
import io.duly.correspondence.sending.WrongConfiguration;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A real IMAP server on loopback. */
@Tag("P23")
class MailboxTest {
  private final Desk desk = new Desk();
  private final Post post = desk.post;
  private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private GreenMailUser box;

  @BeforeEach
  void open() {
    server.start();
    box = server.setUser("accounts@brightwell.example", "accounts", "secret");
    post.reminded();
    post.send();
  }

  @AfterEach
  void close() {
    server.stop();
    desk.close();
  }

  @Test
  void whatArrivedIsTakenInOnceAndMarkedAsRead() throws Exception {
    arrives("We paid on Monday.");
    arrives("One more thing.");
    assertThat(look()).returns(2, MailboxReport::taken).returns(2, MailboxReport::replies);
    assertThat(unread()).isZero();
    assertThat(look()).returns(0, MailboxReport::taken);
    arrives("And another.");
    assertThat(look()).returns(1, MailboxReport::taken);
    assertThat(desk.list(Replies.Shelf.WAITING)).hasSize(3);
    assertThat(post.one("select bool_and(marked_at is not null) from correspondence.mailbox_message")).isEqualTo("true");
    assertThat(post.complaints()).isEmpty();
  }

  @Test
  void whoeverDiesBetweenCommitAndMarkTakesNothingTwice() throws Exception {
    arrives("We paid on Monday.");
    arrives("One more thing.");
    var dying = new MailboxWatch(settings(Map.of()), post.the(Replies.class), post.the(Committed.class), post.clock, MailboxTest::die);
    assertThatThrownBy(dying::look).isInstanceOf(Killed.class);
    assertThat(unread()).as("the server was not told").isEqualTo(2);
    assertThat(post.rows("select uid, marked_at from correspondence.mailbox_message")).containsExactly("1 null");
    assertThat(look()).returns(1, MailboxReport::taken);
    assertThat(unread()).isZero();
    assertThat(desk.list(Replies.Shelf.WAITING)).hasSize(2);
    assertThat(post.one("select count(*) from journal.entry where kind = 'reply-received'")).isEqualTo("2");
  }

  @Test
  void messagesGoIntoAFolderWhereOneIsNamed() throws Exception {
    arrives("We paid on Monday.");
    var moving = settings(Map.of("DULY_IMAP_MOVE_TO", "Taken"));
    assertThat(new MailboxWatch(moving, post.the(Replies.class), post.the(Committed.class), post.clock).look()).returns(1, MailboxReport::taken);
    assertThat(server.getManagers().getImapHostManager().getInbox(box).getMessageCount()).isZero();
    assertThat(server.getManagers().getImapHostManager().getFolder(box, "Taken").getMessageCount()).isEqualTo(1);
  }

  @Test
  void aMailboxThatWasNumberedAnewBringsNothingTwice() throws Exception {
    var mail = Desk.mail("k-1@debtor.example", "In-Reply-To: " + desk.knownAs() + "\n", "We paid.");
    arrivesAsItIs(mail);
    look();
    post.database.execute("alter table correspondence.mailbox_message disable trigger all", "update correspondence.mailbox_message set uid_validity = 1");
    assertThat(look()).returns(1, MailboxReport::taken).returns(1, MailboxReport::again).returns(0, MailboxReport::replies);
    assertThat(desk.list(Replies.Shelf.WAITING)).hasSize(1);
  }

  @Test
  void oneProcessAtATimeLooks() throws Exception {
    try (var other = post.database.connect(); var statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(hashtext('duly mailbox'), 0)");
      arrives("Hello.");
      assertThat(look().trouble()).hasValueSatisfying(why -> assertThat(why).contains("another process"));
      statement.execute("select pg_advisory_unlock(hashtext('duly mailbox'), 0)"); // a closed session lets go only a moment later
    }
    assertThat(look()).returns(1, MailboxReport::taken);
  }

  @Test
  void aServerThatCannotBeReachedIsToldAndNothingIsLost() throws Exception {
    arrives("Hello.");
    var watch = new MailboxWatch(settings(Map.of()), post.the(Replies.class), post.the(Committed.class), post.clock);
    var nobody = settings(Map.of("DULY_IMAP_PORT", "1"));
    server.stop();
    assertThat(watch.look().trouble()).isPresent();
    assertThat(new MailboxWatch(nobody, post.the(Replies.class), post.the(Committed.class), post.clock).look().trouble()).isPresent();
    assertThat(post.one("select count(*) from correspondence.reply")).isEqualTo("0");
  }

  @Test
  void aWrongPasswordIsTold() throws Exception {
    var wrong = new MailboxWatch(settings(Map.of("DULY_IMAP_PASSWORD", "wrong")), post.the(Replies.class), post.the(Committed.class), post.clock);
    assertThat(wrong.look().trouble()).hasValueSatisfying(why -> assertThat(why).contains("does not accept").doesNotContain("wrong"));
  }

  @Test
  void whatCannotBeConfiguredIsSaid() {
    assertThatThrownBy(() -> new MailboxSettings(Map.of("DULY_IMAP_HOST", "x")).mailbox()).isInstanceOf(WrongConfiguration.class).hasMessageContaining("DULY_IMAP_USER");
    assertThatThrownBy(() -> settings(Map.of("DULY_IMAP_TLS", "maybe")).mailbox()).hasMessageContaining("tls, starttls or none");
    assertThatThrownBy(() -> settings(Map.of("DULY_IMAP_PORT", "0")).mailbox()).hasMessageContaining("number");
    assertThat(new MailboxSettings(Map.of()).mailbox()).isEmpty();
    assertThat(settings(Map.of()).mailbox().orElseThrow().toString()).doesNotContain("secret");
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  private static void die() {
    throw new Killed();
  }

  private MailboxReport look() throws Exception {
    return new MailboxWatch(settings(Map.of()), post.the(Replies.class), post.the(Committed.class), post.clock).look();
  }

  private MailboxSettings settings(Map<String, String> changed) {
    var all = new HashMap<>(Map.of(
        "DULY_IMAP_HOST", "127.0.0.1", "DULY_IMAP_PORT", Integer.toString(server.getImap().getPort()), "DULY_IMAP_TLS", "none", "DULY_IMAP_USER", "accounts",
        "DULY_IMAP_PASSWORD", "secret", "DULY_IMAP_SECONDS", "5"));
    all.putAll(changed);
    return new MailboxSettings(all);
  }

  private void arrives(String words) throws Exception {
    arrivesAsItIs(Desk.mail("k-1@debtor.example", "In-Reply-To: " + desk.knownAs() + "\n", words));
  }

  private void arrivesAsItIs(String mail) throws Exception {
    box.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
  }

  private long unread() throws Exception {
    return server.getManagers().getImapHostManager().getInbox(box).getMessages().stream().filter(message -> !message.getFlags().contains(Flags.Flag.SEEN)).count();
  }
}
