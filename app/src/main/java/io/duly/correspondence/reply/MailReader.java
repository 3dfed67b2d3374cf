package io.duly.correspondence.reply;

import io.duly.journal.Sha256;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/** Reads a message as RFC 5322 and MIME have it, and as programs write it all the same. */
final class MailReader {
  private static final int MOST_LINE = 400;
  private static final int MOST_WORDS = 50_000;
  private static final Session SESSION = session();

  private MailReader() {}

  private static Session session() {
    var properties = new Properties();
    properties.setProperty("mail.mime.allowutf8", "true");
    properties.setProperty("mail.mime.address.strict", "false");
    return Session.getInstance(properties);
  }

  /** @param envelope an address that it was delivered to, where that is known */
  static ReadMail read(byte[] bytes, Optional<String> envelope) {
    try {
      var message = new MimeMessage(SESSION, new ByteArrayInputStream(bytes));
      var headers = new Headers(message);
      var report = Report.of(message);
      var body = new MailBody();
      body.read(message);
      return read(bytes, headers, body, report, envelope);
    } catch (MessagingException | RuntimeException unreadable) {
      return unreadable(bytes, unreadable);
    }
  }

  private static ReadMail read(byte[] bytes, Headers headers, MailBody body, Optional<Report> report, Optional<String> envelope) {
    var from = headers.from();
    var subject = Plain.line(headers.first("Subject").map(Headers::decoded).orElse(""), MOST_LINE);
    var references = new ArrayList<>(headers.messageIds("In-Reply-To", "References"));
    report.flatMap(Report::messageId).ifPresent(references::addFirst);
    var recipients = new ArrayList<>(headers.addresses("Delivered-To", "X-Original-To", "Envelope-To", "To", "Cc"));
    envelope.ifPresent(to -> recipients.addFirst(to.toLowerCase(Locale.ROOT)));
    var kind = report.map(Report::kind).orElseGet(() -> Automatic.is(headers, subject) ? Reply.Kind.AUTOMATIC : Reply.Kind.REPLY);
    var sender = from.map(InternetAddress::getAddress).map(address -> Plain.line(address, MOST_LINE).toLowerCase(Locale.ROOT));
    var flaw = flaw(headers, body);
    return new ReadMail(
        flaw.isPresent() && body.words().isBlank() && sender.isEmpty() ? Reply.Kind.UNREADABLE : kind,
        fingerprint(bytes, headers),
        headers.messageIds("Message-ID").stream().findFirst().map(id -> Plain.line(id, MOST_LINE)),
        List.copyOf(references),
        List.copyOf(recipients),
        sender,
        Plain.line(from.map(InternetAddress::getPersonal).orElse(""), MOST_LINE),
        subject,
        headers.date(),
        Plain.lines(body.words(), MOST_WORDS),
        List.copyOf(body.files),
        flaw);
  }

  private static Optional<String> flaw(Headers headers, MailBody body) {
    var flaws = new ArrayList<>(body.flaws);
    if (headers.from().isEmpty()) {
      flaws.addFirst("it names no sender");
    }
    return flaws.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", flaws));
  }

  /** Servers on the way add lines to the head and may change how lines end; what is hashed stays. */
  private static Sha256 fingerprint(byte[] bytes, Headers headers) {
    var text = new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n", "\n");
    int body = text.startsWith("\n") ? 0 : text.indexOf("\n\n");
    var head = new StringBuilder();
    for (var name : List.of("Message-ID", "From", "Date", "Subject")) {
      head.append(headers.first(name).orElse("").strip()).append('\n');
    }
    return Sha256.of(head + (body < 0 ? text : text.substring(body)).stripTrailing());
  }

  private static ReadMail unreadable(byte[] bytes, Exception why) {
    return new ReadMail(
        Reply.Kind.UNREADABLE, Sha256.of(bytes), Optional.empty(), List.of(), List.of(), Optional.empty(), "", "", Optional.empty(),
        Plain.lines(Decoding.text(bytes, Optional.empty()), MOST_WORDS), List.of(), Optional.of("it is no message that can be read (" + why.getClass().getSimpleName() + ")"));
  }
}
