package io.duly.correspondence.sending;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * A delivery status notification (RFC 3464), as far as it says what became of one message.
 *
 * @param messageId of the message that it is about, as it was returned
 * @param action {@code failed}, {@code delayed} …
 * @param status as in {@code 5.1.1}
 * @param diagnosis the words of the server that refused it
 */
record DeliveryReport(String messageId, String action, String status, String diagnosis) {
  private static final int MOST_PARTS = 20;

  /** Empty where the bytes are no such report. */
  static Optional<DeliveryReport> read(byte[] bytes) {
    try {
      var message = new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes));
      if (!message.isMimeType("multipart/report") || !(message.getContent() instanceof Multipart parts)) {
        return Optional.empty();
      }
      return read(parts);
    } catch (MessagingException | IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<DeliveryReport> read(Multipart parts) throws MessagingException, IOException {
    Optional<InternetHeaders> status = Optional.empty();
    Optional<InternetHeaders> returned = Optional.empty();
    for (int at = 0; at < Math.min(parts.getCount(), MOST_PARTS); at++) {
      var part = parts.getBodyPart(at);
      if (part.isMimeType("message/delivery-status")) {
        status = Optional.of(ofRecipient(part));
      } else if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers")) {
        returned = Optional.of(new InternetHeaders(part.getInputStream()));
      }
    }
    var messageId = returned.flatMap(headers -> first(headers, "Message-ID"));
    return status.flatMap(one -> messageId.map(id -> of(id, one)));
  }

  /** The fields of the recipient come after those of the message, behind an empty line. */
  private static InternetHeaders ofRecipient(BodyPart part) throws MessagingException, IOException {
    try (InputStream in = part.getInputStream()) {
      var headers = new InternetHeaders(in);
      for (int group = 0; group < MOST_PARTS && first(headers, "Action").isEmpty(); group++) {
        headers = new InternetHeaders(in);
      }
      return headers;
    }
  }

  private static DeliveryReport of(String messageId, InternetHeaders status) {
    return new DeliveryReport(
        messageId.strip(),
        first(status, "Action").orElse("failed").strip().toLowerCase(Locale.ROOT),
        first(status, "Status").orElse("").strip(),
        first(status, "Diagnostic-Code").orElse("").strip());
  }

  private static Optional<String> first(InternetHeaders headers, String name) {
    return Optional.ofNullable(headers.getHeader(name, null));
  }

  /** The server still tries; nothing is lost yet. */
  boolean isDelay() {
    return action.equals("delayed");
  }

  boolean isFailure() {
    return action.equals("failed");
  }

  /** The address itself is refused, not only this message or this day (RFC 3463: class 5, subject 1). */
  boolean isForGood() {
    return status.startsWith("5.1.");
  }
}
