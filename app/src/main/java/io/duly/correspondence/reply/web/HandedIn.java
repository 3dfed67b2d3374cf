package io.duly.correspondence.reply.web;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was handed in.
 *
 * @param message as RFC 5322 has it
 * @param recipient the address it was delivered to, where the form says that
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record HandedIn(byte[] message, Optional<String> recipient) {
  private static final int MOST_PARTS = 100;
  private static final Pattern AND = Pattern.compile("&");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\",;]{1,128}@[^\\s<>\",;]{1,253}");

  /** Empty where no message is in it. */
  static Optional<HandedIn> read(String contentType, byte[] body) {
    var type = contentType.toLowerCase(Locale.ROOT).strip();
    if (type.startsWith("message/rfc822")) {
      return Optional.of(new HandedIn(body, Optional.empty()));
    }
    if (type.startsWith("multipart/form-data")) {
      return of(parts(contentType, body));
    }
    return type.startsWith("application/x-www-form-urlencoded") ? of(pairs(body)) : Optional.empty();
  }

  private static Optional<HandedIn> of(Map<String, byte[]> fields) {
    return Optional.ofNullable(fields.getOrDefault("email", fields.get("body-mime")))
        .map(message -> new HandedIn(message, Optional.ofNullable(fields.getOrDefault("recipient", fields.get("to"))).flatMap(HandedIn::address)));
  }

  private static Optional<String> address(byte[] text) {
    var found = ADDRESS.matcher(new String(text, 0, Math.min(text.length, 2_000), StandardCharsets.UTF_8));
    return found.find() ? Optional.of(found.group()) : Optional.empty();
  }

  private static Map<String, byte[]> parts(String contentType, byte[] body) {
    var fields = new HashMap<String, byte[]>();
    try {
      var parts = new MimeMultipart(new ByteArrayDataSource(body, contentType));
      for (int at = 0; at < Math.min(parts.getCount(), MOST_PARTS); at++) {
        var part = parts.getBodyPart(at);
        var name = name(part);
        if (name.isPresent()) {
          fields.putIfAbsent(name.get(), part.getInputStream().readAllBytes());
        }
      }
    } catch (MessagingException | IOException noForm) {
      return fields;
    }
    return fields;
  }

  private static Optional<String> name(Part part) throws MessagingException {
    var disposition = part.getHeader("Content-Disposition");
    return disposition == null ? Optional.empty() : Optional.ofNullable(new ContentDisposition(disposition[0]).getParameter("name"));
  }

  private static Map<String, byte[]> pairs(byte[] body) {
    var fields = new HashMap<String, byte[]>();
    for (var pair : AND.split(new String(body, StandardCharsets.ISO_8859_1), MOST_PARTS)) {
      var both = pair.split("=", 2);
      if (both.length == 2) {
        try {
          fields.putIfAbsent(both[0], URLDecoder.decode(both[1], StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notEncoded) {
          return Map.of();
        }
      }
    }
    return fields;
  }
}
