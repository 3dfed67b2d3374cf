package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.duly.journal.Sha256;
import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import io.duly.kernel.DebtorId;
import io.duly.kernel.MessageId;
import io.duly.strategy.Channel;
import io.duly.strategy.Decision;
import io.duly.strategy.Tone;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether a message has left, has not, or may have, wherever the talk with the server ends. */
@Tag("I4")
class SmtpWireTest {
  private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    mail.start();
  }

  @AfterEach
  void stop() {
    mail.stop();
  }

  @ParameterizedTest
  @CsvSource({
    "NONE, Accepted, 1",
    "DROP_AT_SENDER, NotYet, 0",
    "DEFER_SENDER, NotYet, 0",
    "REFUSE_SENDER, NotYet, 0",
    "DROP_AT_RECIPIENT, NotYet, 0",
    "DEFER_RECIPIENT, NotYet, 0",
    "REFUSE_RECIPIENT, Refused, 0",
    "REFUSE_RELAYING, Refused, 0",
    "DROP_AT_DATA, NotYet, 0",
    "DEFER_DATA, NotYet, 0",
    "DEFER_TEXT, NotYet, 0",
    "REFUSE_TEXT, Refused, 0",
    "DROP_BEFORE_KEEPING, Uncertain, 0",
    "DROP_AFTER_KEEPING, Uncertain, 1",
    "STALL_AFTER_KEEPING, Uncertain, 1",
  })
  void tellsHowFarAMessageCame(Fault fault, String outcome, int arrived) throws Exception {
    try (var rough = RoughServer.once(mail.getSmtp().getPort(), fault);
        var wire = SmtpWire.open(server(rough.port()))) {
      var said = wire.send(message(1));
      assertThat(said.getClass().getSimpleName()).as(said.answer()).isEqualTo(outcome);
    }
    assertThat(mail.getReceivedMessages()).hasSize(arrived);
  }

  /** Of a short message all was handed to the network by then, its end too: only of a long one it is known. */
  @ParameterizedTest
  @CsvSource({"200, Uncertain", "30000000, NotYet"})
  void aDropInTheMiddleIsHarmlessWhereTheEndWasNotSaid(int length, String outcome) throws Exception {
    try (var rough = RoughServer.once(mail.getSmtp().getPort(), Fault.DROP_IN_TEXT);
        var wire = SmtpWire.open(server(rough.port()))) {
      var said = wire.send(message(1, "Subject: x\r\n\r\n" + "many words\r\n".repeat(length / 10)));
      assertThat(said.getClass().getSimpleName()).as(said.answer()).isEqualTo(outcome);
    }
    assertThat(mail.getReceivedMessages()).isEmpty();
  }

  @Test
  void tellsAWrongAddressFromARefusalOfOurselves() throws Exception {
    try (var rough = RoughServer.once(mail.getSmtp().getPort(), Fault.REFUSE_RECIPIENT, Fault.REFUSE_RELAYING, Fault.REFUSE_SENDER);
        var wire = SmtpWire.open(server(rough.port()))) {
      assertThat(wire.send(message(1))).isInstanceOfSatisfying(Outcome.Refused.class, one -> assertThat(one.address()).isTrue());
      assertThat(wire.send(message(2))).isInstanceOfSatisfying(Outcome.Refused.class, one -> assertThat(one.address()).isFalse());
      assertThat(wire.send(message(3))).isInstanceOfSatisfying(Outcome.NotYet.class, one -> assertThat(one.ofServer()).isTrue());
    }
  }

  @Test
  @Tag("P22")
  void whatArrivesIsByteForByteWhatWasArchived() throws Exception {
    var sent = message(1);
    try (var wire = SmtpWire.open(server(mail.getSmtp().getPort()))) {
      wire.send(sent);
    }
    var out = new java.io.ByteArrayOutputStream();
    mail.getReceivedMessages()[0].writeTo(out);
    assertThat(out.toString(StandardCharsets.UTF_8).stripTrailing()).endsWith(new String(sent.packed().bytes(), StandardCharsets.UTF_8).stripTrailing());
  }

  @Test
  void aDotAloneInALineDoesNotEndTheMessage() throws Exception {
    var text = "Subject: dots\r\n\r\n.\r\n..\r\n.hidden\r\nend\r\n";
    try (var wire = SmtpWire.open(server(mail.getSmtp().getPort()))) {
      assertThat(wire.send(message(1, text))).isInstanceOf(Outcome.Accepted.class);
    }
    assertThat(mail.getReceivedMessages()[0].getContent().toString()).isEqualToNormalizingNewlines(".\n..\n.hidden\nend");
  }

  @Test
  void saysThatAServerCannotBeReachedBeforeAnyMessageIsBegun() throws Exception {
    int nobody;
    try (var free = new ServerSocket(0)) {
      nobody = free.getLocalPort();
    }
    assertThatThrownBy(() -> SmtpWire.open(server(nobody))).isInstanceOf(Unreachable.class);
  }

  @Test
  void neverTalksOpenlyWhereEncryptionIsDemanded() {
    var demanding = new MailServer("default", "127.0.0.1", mail.getSmtp().getPort(), MailServer.Tls.STARTTLS, Optional.empty(), 60, Duration.ofSeconds(2));
    assertThatThrownBy(() -> SmtpWire.open(demanding)).isInstanceOf(Unreachable.class).hasMessageContaining("STARTTLS");
  }

  @Test
  void neverTalksToAServerThatCannotProveItsName() {
    var secured = new GreenMail(new ServerSetup[] {ServerSetupTest.SMTPS.dynamicPort()});
    secured.start();
    try {
      var server =
          new MailServer("default", "localhost", secured.getSmtps().getPort(), MailServer.Tls.TLS, Optional.empty(), 60, Duration.ofSeconds(5));
      assertThatThrownBy(() -> SmtpWire.open(server)).isInstanceOf(Unreachable.class);
    } finally {
      secured.stop();
    }
  }

  @Test
  void signsInAndNeverTellsThePassword() throws Exception {
    mail.setUser("duly", "right-secret");
    var right = new MailServer.Login("duly", "right-secret");
    try (var wire = SmtpWire.open(server(mail.getSmtp().getPort(), Optional.of(right)))) {
      assertThat(wire.isAlive()).isTrue();
    }
    assertThat(right.toString()).doesNotContain("right-secret");
  }

  private static MailServer server(int port) {
    return server(port, Optional.empty());
  }

  private static MailServer server(int port, Optional<MailServer.Login> login) {
    return new MailServer("default", "127.0.0.1", port, MailServer.Tls.NONE, login, 60, Duration.ofMillis(800));
  }

  static Outgoing message(int number) {
    var sender = new Senders.Sender("Brightwell", "accounts@brightwell.example", Optional.empty(), false, "default", false);
    var head =
        new MailPacking.Head(
            sender, new Addressee("Anna Ålder", "anna@alder.example"), "<" + number + "@brightwell.example>", Optional.empty(), Optional.empty(), "en",
            Instant.EPOCH);
    var text = new ComposedText("Invoice 4711", "Good day,\nplease look at invoice 4711 – thank you.\nOne\nTwo\nThree\n", Optional.of("<p>Good day</p>"));
    return outgoing(MailPacking.pack(head, text));
  }

  private static Outgoing message(int number, String raw) {
    var bytes = raw.getBytes(StandardCharsets.UTF_8);
    return outgoing(new Packed("smtp", "<" + number + "@x>", "anna@alder.example", "message/rfc822", "message.eml", bytes, ""));
  }

  private static Outgoing outgoing(Packed packed) {
    var send = new Decision.Send("first-reminder", Channel.EMAIL, Tone.FRIENDLY, "first-reminder", List.of());
    var waiting =
        new Waiting(
            new MessageId(UUID.randomUUID()), new CreditorId(UUID.randomUUID()), new DebtorId(UUID.randomUUID()), new CaseId(UUID.randomUUID()),
            send, "en", LocalDate.EPOCH, Currency.getInstance("EUR"), Goal.DEMAND, Optional.empty(), Optional.empty(), 0, Set.of());
    return new Outgoing(waiting, UUID.randomUUID(), 1, UUID.randomUUID(), LocalDate.EPOCH, "accounts@brightwell.example", packed, Sha256.NONE);
  }
}
