package io.duly.correspondence.sending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** E-mails as another parser reads them. */
@Tag("P22")
class MailPackingTest {
  private static final Senders.Sender SENDER =
      new Senders.Sender("Müller & Söhne, Buchhaltung", "accounts@brightwell.example", Optional.empty(), false, "default", false);
  private static final String ASCII = "anna@" + java.net.IDN.toASCII("ålder.example");
  private static final String WORDS =
      "Guten Tag,\n\nüber Rechnung 4711 – 1.200,00 € – möchten wir sprechen. " + "Sehr lange Zeile mit Umlauten äöü. ".repeat(20)
          + "\n.\nFrom here on\n日本語\n";

  @Test
  void carriesTheSameWordsAsPlainTextAndAsHtml() throws Exception {
    var mail = parsed(packed("Anna Ålder", "Rechnung 4711"));
    var parts = ((Multipart) mail.getBody()).getBodyParts();
    assertThat(mail.getMimeType()).isEqualTo("multipart/alternative");
    assertThat(parts).extracting(part -> part.getMimeType()).containsExactly("text/plain", "text/html");
    var plain = ((TextBody) parts.getFirst().getBody());
    assertThat(new String(plain.getInputStream().readAllBytes(), StandardCharsets.UTF_8)).isEqualToNormalizingNewlines(WORDS);
  }

  @Test
  void namesSenderReceiverAndSubjectInAnyScript() throws Exception {
    var subject = "Rechnung 4711 über 1.200,00 € – Ærø, Łódź, 東京 ".repeat(4).strip();
    var mail = parsed(packed("Łukasz Żółć „der Große“", subject));
    assertThat(mail.getSubject()).isEqualTo(subject);
    assertThat(mail.getFrom().getFirst().getName()).isEqualTo("Müller & Söhne, Buchhaltung");
    assertThat(mail.getTo().flatten().getFirst().getName()).isEqualTo("Łukasz Żółć „der Große“");
    assertThat(mail.getTo().flatten().getFirst().getAddress()).isEqualTo(ASCII);
  }

  @Test
  void isSevenBitWithLinesThatEveryServerTakes() {
    var raw = new String(packed("Anna Ålder", "Überweisung ".repeat(30)).bytes(), StandardCharsets.UTF_8);
    assertThat(raw.chars()).allMatch(sign -> sign < 128);
    assertThat(raw.split("\r\n", -1)).allMatch(line -> line.length() <= 78 && line.indexOf('\n') < 0 && line.indexOf('\r') < 0);
  }

  @Test
  void saysWhatItIsAndWhereAnswersGo() throws Exception {
    var head =
        new MailPacking.Head(
            SENDER, new Addressee("Anna", "anna@alder.example"), "<1@brightwell.example>", Optional.of("reply+abc@in.example"),
            Optional.of("<0@brightwell.example>"), "de", Instant.parse("2026-06-02T08:00:00Z"));
    var mail = parsed(MailPacking.pack(head, text("Rechnung")));
    assertThat(mail.getMessageId()).isEqualTo("<1@brightwell.example>");
    assertThat(mail.getDate()).isEqualTo(java.util.Date.from(Instant.parse("2026-06-02T08:00:00Z")));
    assertThat(mail.getReplyTo().flatten().getFirst().getAddress()).isEqualTo("reply+abc@in.example");
    assertThat(mail.getHeader().getField("Auto-Submitted").getBody()).isEqualTo("auto-generated");
    assertThat(mail.getHeader().getField("In-Reply-To").getBody()).isEqualTo("<0@brightwell.example>");
    assertThat(mail.getHeader().getField("Content-Language").getBody()).isEqualTo("de");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anna\r\nBcc: victim@example.org",
        "Anna\nBcc: victim@example.org",
        "Anna\rBcc: victim@example.org",
        "Anna\u2028Bcc: victim@example.org",
        "Anna\u0000\r\n\r\nBody of another message",
        "=?UTF-8?Q?Anna=0D=0ABcc:_victim@example.org?=",
        "Anna\" <victim@example.org>, \"",
        "Anna, victim@example.org",
      })
  void noNameAndNoSubjectCanAddAHeaderOrAnotherReceiver(String hostile) throws Exception {
    var mail = parsed(packed(hostile, hostile));
    assertThat(mail.getBcc()).isNull();
    assertThat(mail.getTo().flatten()).extracting(to -> to.getAddress()).containsExactly(ASCII);
    assertThat(mail.getHeader().getFields()).extracting(field -> field.getName())
        .containsExactlyInAnyOrder(
            "Date", "From", "To", "Message-ID", "Subject", "MIME-Version", "Content-Type", "Auto-Submitted", "Content-Language");
    assertThat(((Multipart) mail.getBody()).getBodyParts()).hasSize(2);
  }

  @Test
  @Tag("P17")
  void nothingInItIsFetchedWhenItIsRead() {
    var raw = new String(packed("Anna", "Rechnung").bytes(), StandardCharsets.UTF_8);
    assertThat(raw).doesNotContainIgnoringCase("<img").doesNotContain("http").doesNotContainIgnoringCase("Disposition-Notification-To");
  }

  private static Packed packed(String name, String subject) {
    var head =
        new MailPacking.Head(
            SENDER, new Addressee(name, "anna@ålder.example"), "<1@brightwell.example>", Optional.empty(), Optional.empty(), "de", Instant.EPOCH);
    return MailPacking.pack(head, text(subject));
  }

  private static ComposedText text(String subject) {
    return new ComposedText(subject, WORDS, Optional.of("<p>Guten Tag</p>"));
  }

  private static Message parsed(Packed packed) throws Exception {
    return new DefaultMessageBuilder().parseMessage(new ByteArrayInputStream(packed.bytes()));
  }
}
