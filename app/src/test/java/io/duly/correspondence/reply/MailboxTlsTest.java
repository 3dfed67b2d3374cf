package io.duly.correspondence.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.duly.correspondence.sending.Authority;
import io.duly.correspondence.sending.TlsFront;
import io.duly.correspondence.sending.TlsFront.Manner;
import io.duly.correspondence.sending.WrongConfiguration;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Handshakes with a mailbox whose certificate is by an authority of the test's own. */
@Tag("P23")
class MailboxTlsTest {
  private final Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
  private final Authority authority;
  @TempDir private Path folder;

  MailboxTlsTest() throws Exception {
    authority = new Authority();
  }

  @BeforeEach
  void start() {
    mail.start();
    mail.setUser("accounts@brightwell.example", "accounts", "secret");
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  @ParameterizedTest
  @EnumSource(names = {"FROM_THE_FIRST_BYTE", "WHEN_ASKED"})
  void aMailboxThatProvesItsNameIsRead(Manner manner) throws Exception {
    try (var front = front(manner, "127.0.0.1", tomorrow);
        var line = ImapLine.open(mailbox(front, manner, true))) {
      assertThat(line.after(0)).isEmpty();
      assertThat(line.isAlive()).isTrue();
      assertThat(front.heard()).as("nothing was said openly but for TLS").allMatch(said -> said.equals("CAPABILITY") || said.equals("STARTTLS"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "FROM_THE_FIRST_BYTE, mail.example.org, true", "WHEN_ASKED, mail.example.org, true", "FROM_THE_FIRST_BYTE, 127.0.0.1, false", "WHEN_ASKED, 127.0.0.1, false"
  })
  void aCertificateOfAnotherNameOrOfSomebodyUnknownIsRefusedWithASentence(Manner manner, String name, boolean trusted) throws Exception {
    refused(manner, name, tomorrow, trusted);
  }

  @ParameterizedTest
  @EnumSource(names = {"FROM_THE_FIRST_BYTE", "WHEN_ASKED"})
  void aCertificateThatIsOverIsRefusedWithASentence(Manner manner) throws Exception {
    refused(manner, "127.0.0.1", Instant.now().minus(Duration.ofDays(1)), true);
  }

  private void refused(Manner manner, String name, Instant until, boolean trusted) throws Exception {
    try (var front = front(manner, name, until)) {
      assertThatThrownBy(() -> ImapLine.open(mailbox(front, manner, trusted)))
          .isInstanceOf(ImapLine.Unreachable.class)
          .hasMessageContaining("cannot prove that it is the one")
          .hasMessageContaining("DULY_IMAP_CA");
      assertThat(front.heard()).noneMatch(said -> said.contains("secret") || said.startsWith("AUTH"));
    }
  }

  @Test
  void whereTlsIsDemandedThePasswordIsNotSaidWithoutIt() throws Exception {
    try (var front = front(Manner.OFFER_CUT_OUT, "127.0.0.1", tomorrow)) {
      assertThatThrownBy(() -> ImapLine.open(mailbox(front, Manner.OFFER_CUT_OUT, true))).isInstanceOf(ImapLine.Unreachable.class).hasMessageContaining("STARTTLS");
      assertThat(front.heard()).noneMatch(said -> said.contains("secret") || said.startsWith("AUTH") || said.startsWith("LOGIN"));
    }
  }

  @Test
  void aPasswordIsSaidOpenlyToNobodyElsewhere() {
    var open = Map.of("DULY_IMAP_HOST", "imap.example.org", "DULY_IMAP_USER", "a", "DULY_IMAP_PASSWORD", "b", "DULY_IMAP_TLS", "none");
    assertThatThrownBy(() -> new MailboxSettings(open).mailbox()).isInstanceOf(WrongConfiguration.class).hasMessageContaining("only for a server on this machine");
  }

  @Test
  void aFileWithoutACertificateIsSaid() {
    var wrong = Map.of("DULY_IMAP_HOST", "imap.example.org", "DULY_IMAP_USER", "a", "DULY_IMAP_PASSWORD", "b", "DULY_IMAP_CA", folder.resolve("none.pem").toString());
    assertThatThrownBy(() -> new MailboxSettings(wrong).mailbox()).isInstanceOf(WrongConfiguration.class).hasMessageStartingWith("DULY_IMAP_CA");
  }

  private TlsFront front(Manner manner, String name, Instant until) throws Exception {
    return new TlsFront(mail.getImap().getPort(), authority.server(name, until), manner, true);
  }

  private MailboxSettings.Mailbox mailbox(TlsFront front, Manner manner, boolean trusted) throws Exception {
    var all = new HashMap<>(Map.of(
        "DULY_IMAP_HOST", "127.0.0.1", "DULY_IMAP_PORT", Integer.toString(front.port()), "DULY_IMAP_USER", "accounts", "DULY_IMAP_PASSWORD", "secret",
        "DULY_IMAP_SECONDS", "5", "DULY_IMAP_TLS", manner == Manner.FROM_THE_FIRST_BYTE ? "tls" : "starttls"));
    if (trusted) {
      all.put("DULY_IMAP_CA", authority.pem(folder).toString());
    }
    return new MailboxSettings(all).mailbox().orElseThrow();
  }
}
