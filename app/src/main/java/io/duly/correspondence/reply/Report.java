package io.duly.correspondence.reply;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * A report of a machine about one message of ours (RFC 6522): that it did not arrive (RFC 3464), that its reader complained of
 * it or unsubscribed (RFC 5965), that it was read (RFC 8098).
 *
 * @param messageId of the message that it is about
 */
record Report(Reply.Kind kind, Optional<String> messageId) {
  private static final int MOST_PARTS = 20;

  /** Empty where it is no report. */
  static Optional<Report> of(MimeMessage message) {
    try {
      var type = MailBody.type(message);
      if (!type.match("multipart/report") || !(message.getContent() instanceof Multipart parts)) {
        return Optional.empty();
      }
      return Optional.of(new Report(kind(String.valueOf(type.getParameter("report-type")).toLowerCase(Locale.ROOT), parts), messageId(parts)));
    } catch (MessagingException | IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }

  private static Reply.Kind kind(String reportType, Multipart parts) throws MessagingException, IOException {
    for (int at = 0; at < Math.min(parts.getCount(), MOST_PARTS); at++) {
      var part = parts.getBodyPart(at);
      if (part.isMimeType("message/delivery-status")) {
        return Reply.Kind.DELIVERY_REPORT;
      }
      if (part.isMimeType("message/feedback-report")) {
        var word = new InternetHeaders(part.getInputStream()).getHeader("Feedback-Type", null);
        return "not-spam".equalsIgnoreCase(String.valueOf(word).strip()) ? Reply.Kind.AUTOMATIC : Reply.Kind.COMPLAINT;
      }
    }
    return reportType.equals("delivery-status") ? Reply.Kind.DELIVERY_REPORT : Reply.Kind.AUTOMATIC;
  }

  private static Optional<String> messageId(Multipart parts) throws MessagingException, IOException {
    for (int at = 0; at < Math.min(parts.getCount(), MOST_PARTS); at++) {
      var part = parts.getBodyPart(at);
      if (part.isMimeType("message/rfc822") || part.isMimeType("text/rfc822-headers") || part.isMimeType("message/disposition-notification")) {
        var headers = new InternetHeaders(part.getInputStream());
        var id = Optional.ofNullable(headers.getHeader("Message-ID", null)).or(() -> Optional.ofNullable(headers.getHeader("Original-Message-ID", null)));
        if (id.isPresent()) {
          return id.map(text -> Plain.line(text, 400));
        }
      }
    }
    return Optional.empty();
  }
}
