package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.duly.correspondence.sending.TlsFront.Manner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Handshakes with a mail server whose certificate is by an authority of the test's own. */
class TlsTest {
  private final Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
  private final Instant yesterday = Instant.now().minus(Duration.ofDays(1));

  @TempDir private Path folder;
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final Authority authority;

  TlsTest() throws Exception {
    authority = new Authority();
  }

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  @ParameterizedTest
  @EnumSource(names = {"FROM_THE_FIRST_BYTE", "WHEN_ASKED"})
  void aServerThatProvesItsNameIsSpokenTo(Manner manner) throws Exception {
    try (var front = new TlsFront(mail.getSmtp().getPort(), authority.server("127.0.0.1", tomorrow), manner);
        var wire = SmtpWire.open(server(front, manner, true))) {
      assertThat(wire.send(SmtpWireTest.message(1))).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(mail.getReceivedMessages()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"FROM_THE_FIRST_BYTE, mail.example.org", "WHEN_ASKED, mail.example.org", "FROM_THE_FIRST_BYTE, 127.0.0.2", "WHEN_ASKED, 127.0.0.2"})
  void aCertificateOfAnotherNameIsRefused(Manner manner, String name) throws Exception {
    refused(manner, name, tomorrow, true);
  }

  @ParameterizedTest
  @EnumSource(names = {"FROM_THE_FIRST_BYTE", "WHEN_ASKED"})
  void aCertificateThatIsOverIsRefused(Manner manner) throws Exception {
    refused(manner, "127.0.0.1", yesterday, true);
  }

  @ParameterizedTest
  @EnumSource(names = {"FROM_THE_FIRST_BYTE", "WHEN_ASKED"})
  void anAuthorityThatNobodyTrustsIsRefused(Manner manner) throws Exception {
    refused(manner, "127.0.0.1", tomorrow, false);
  }

  @Test
  void whereTlsIsDemandedNothingIsSaidWithoutIt() throws Exception {
    refused(Manner.OFFER_CUT_OUT, "127.0.0.1", tomorrow, true);
  }

  private void refused(Manner manner, String name, Instant until, boolean trusted) throws Exception {
    try (var front = new TlsFront(mail.getSmtp().getPort(), authority.server(name, until), manner)) {
      assertThatThrownBy(() -> SmtpWire.open(server(front, manner, trusted))).isInstanceOf(Unreachable.class);
    }
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  private MailServer server(TlsFront front, Manner manner, boolean trusted) throws Exception {
    var environment = new HashMap<String, String>();
    environment.put("DULY_SMTP_HOST", "127.0.0.1");
    environment.put("DULY_SMTP_PORT", Integer.toString(front.port()));
    environment.put("DULY_SMTP_TLS", manner == Manner.FROM_THE_FIRST_BYTE ? "tls" : "starttls");
    environment.put("DULY_SMTP_SECONDS", "5");
    if (trusted) {
      environment.put("DULY_SMTP_CA", authority.pem(folder).toString());
    }
    return new MailServers(environment).named("default").orElseThrow();
  }

  @Test
  void tlsIsDemandedOfEveryServerThatIsElsewhere() {
    assertThat(named(Map.of("DULY_SMTP_HOST", "smtp.example.org")).tls()).isEqualTo(MailServer.Tls.STARTTLS);
    assertThat(named(Map.of("DULY_SMTP_HOST", "localhost")).tls()).isEqualTo(MailServer.Tls.NONE);
    assertThatThrownBy(() -> named(Map.of("DULY_SMTP_HOST", "smtp.example.org", "DULY_SMTP_TLS", "none")))
        .isInstanceOf(WrongConfiguration.class)
        .hasMessageContaining("only for a server on this machine");
  }

  @Test
  void aFileWithoutACertificateIsSaid() throws Exception {
    var empty = Files.writeString(folder.resolve("empty.pem"), "nothing").toString();
    assertThatThrownBy(() -> named(Map.of("DULY_SMTP_HOST", "smtp.example.org", "DULY_SMTP_CA", empty)))
        .isInstanceOf(WrongConfiguration.class)
        .hasMessageStartingWith("DULY_SMTP_CA");
  }

  private static MailServer named(Map<String, String> environment) {
    return new MailServers(environment).named("default").orElseThrow();
  }
}
