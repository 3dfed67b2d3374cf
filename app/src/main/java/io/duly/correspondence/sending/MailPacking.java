package io.duly.correspondence.sending;

import io.duly.correspondence.template.MailLogos;
import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * Writes an e-mail as RFC 5322 and MIME have it: plain text and the same as HTML, quoted-printable, lines folded, nothing
 * that is fetched when it is read.
 */
final class MailPacking {
  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]+");
  private static final Session SESSION = Session.getInstance(new Properties());

  /**
   * What stands in the head.
   *
   * @param messageId with its angle brackets
   * @param replyTo where answers go, if not to the sender
   * @param follows the Message-ID of the last e-mail of the case
   */
  record Head(
      Senders.Sender sender, Addressee to, String messageId, Optional<String> replyTo, Optional<String> follows, String language, Instant at) {}

  private MailPacking() {}

  static Packed pack(Head head, ComposedText text) {
    return pack(head, text, Optional.empty(), List.of());
  }

  /** @param logo that the HTML names */
  static Packed pack(Head head, ComposedText text, Optional<MailLogos.Inline> logo, List<Attached> attached) {
    try {
      var to = ascii(head.to().address());
      return new Packed("smtp", head.messageId(), to, "message/rfc822", "message.eml", bytes(head, to, text, logo, attached), text.words());
    } catch (MessagingException | IOException impossible) {
      throw new IllegalStateException("A message could not be written as MIME", impossible);
    }
  }

  private static byte[] bytes(Head head, String to, ComposedText text, Optional<MailLogos.Inline> logo, List<Attached> attached) throws MessagingException, IOException {
    var message = new Fixed(head.messageId());
    message.setFrom(address(head.sender().address(), head.sender().displayName()));
    message.setRecipient(Message.RecipientType.TO, address(to, head.to().name()));
    if (head.replyTo().isPresent()) {
      message.setReplyTo(new InternetAddress[] {address(head.replyTo().get(), head.sender().displayName())});
    }
    message.setSubject(line(text.subject()), "UTF-8");
    message.setSentDate(Date.from(head.at()));
    message.setHeader("Auto-Submitted", "auto-generated");
    message.setHeader("Content-Language", line(head.language()));
    if (head.follows().isPresent()) {
      message.setHeader("In-Reply-To", line(head.follows().get()));
      message.setHeader("References", line(head.follows().get()));
    }
    message.setContent(attached.isEmpty() ? alternatives(text, logo) : mixed(alternatives(text, logo), attached));
    message.saveChanges();
    var out = new ByteArrayOutputStream();
    message.writeTo(out);
    return out.toByteArray();
  }

  /** The words first, then the files, each by a name that says nothing to a file system. */
  private static MimeMultipart mixed(MimeMultipart text, List<Attached> attached) throws MessagingException {
    var all = new MimeMultipart("mixed");
    var words = new MimeBodyPart();
    words.setContent(text);
    all.addBodyPart(words);
    for (var file : attached) {
      var part = new MimeBodyPart();
      part.setDataHandler(new DataHandler(new ByteArrayDataSource(file.bytes(), file.mediaType())));
      part.setFileName(file.name());
      part.setHeader("Content-Transfer-Encoding", "base64");
      all.addBodyPart(part);
    }
    return all;
  }

  private static MimeMultipart alternatives(ComposedText text, Optional<MailLogos.Inline> logo) throws MessagingException {
    var both = new MimeMultipart("alternative");
    both.addBodyPart(part(text.plain(), "plain"));
    if (text.html().isPresent()) {
      var html = part(text.html().get(), "html");
      both.addBodyPart(logo.isPresent() ? related(html, logo.get()) : html);
    }
    return both;
  }

  /** The HTML and the picture that it shows (RFC 2387). */
  private static MimeBodyPart related(MimeBodyPart html, MailLogos.Inline logo) throws MessagingException {
    var picture = new MimeBodyPart();
    picture.setDataHandler(new DataHandler(new ByteArrayDataSource(logo.png(), "image/png")));
    picture.setFileName("logo.png");
    picture.setDisposition(MimeBodyPart.INLINE);
    picture.setContentID("<" + logo.contentId() + ">");
    picture.setHeader("Content-Transfer-Encoding", "base64");
    var both = new MimeMultipart("related; type=\"text/html\"");
    both.addBodyPart(html);
    both.addBodyPart(picture);
    var part = new MimeBodyPart();
    part.setContent(both);
    return part;
  }

  private static MimeBodyPart part(String words, String kind) throws MessagingException {
    var part = new MimeBodyPart();
    part.setText(words.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\r\n"), StandardCharsets.UTF_8.name(), kind);
    part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    return part;
  }

  private static InternetAddress address(String address, String name) throws UnsupportedEncodingException {
    return new InternetAddress(address, line(name), StandardCharsets.UTF_8.name());
  }

  /** Domains of other scripts as the name system has them. */
  static String ascii(String address) {
    int at = address.lastIndexOf('@');
    return address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1), IDN.ALLOW_UNASSIGNED);
  }

  /** One line: what ends a line ends a header and could begin another one. */
  private static String line(String words) {
    return CONTROLS.matcher(words).replaceAll(" ").strip();
  }

  /** Keeps the Message-ID that it was given. */
  private static final class Fixed extends MimeMessage {
    private final String messageId;

    Fixed(String messageId) {
      super(SESSION);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
