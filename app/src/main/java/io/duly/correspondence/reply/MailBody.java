package io.duly.correspondence.reply;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.ParseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Walks through the parts of a message: its text, and the files beside it. So deep and so many, and no further. */
final class MailBody {
  private static final int MOST_DEPTH = 15;
  private static final int MOST_PARTS = 200;
  private static final int MOST_FILES = 50;
  private static final int MOST_TEXT_BYTES = 2_000_000;

  final List<MailFile> files = new ArrayList<>();
  final Set<String> flaws = new LinkedHashSet<>();
  private final StringBuilder text = new StringBuilder();
  private int parts;

  /** What a person reads in it. */
  String words() {
    return text.toString();
  }

  /** Reads a part and those below it; what cannot be read is a flaw, and the rest is read all the same. */
  void read(Part part) {
    text.append(textOf(part, 0));
  }

  private String textOf(Part part, int depth) {
    if (depth > MOST_DEPTH || ++parts > MOST_PARTS) {
      flaws.add("it has more parts, or parts within parts, than are read");
      return "";
    }
    try {
      return textOrFile(part, depth);
    } catch (MessagingException | IOException | RuntimeException unreadable) {
      flaws.add("a part of it cannot be read (" + unreadable.getClass().getSimpleName() + ")");
      return depth == 0 ? raw(part) : "";
    }
  }

  private String textOrFile(Part part, int depth) throws MessagingException, IOException {
    var type = type(part);
    if (type.match("multipart/*") && part.getContent() instanceof Multipart many) {
      return type.match("multipart/alternative") ? best(many, depth) : each(many, depth);
    }
    if (isFile(part, type)) {
      file(part, type);
      return "";
    }
    if (type.match("text/html")) {
      return HtmlWords.of(decoded(part, type)) + "\n";
    }
    if (type.match("text/*")) {
      return decoded(part, type) + "\n";
    }
    file(part, type);
    return "";
  }

  private String each(Multipart many, int depth) throws MessagingException {
    var all = new StringBuilder();
    for (int at = 0; at < many.getCount() && parts <= MOST_PARTS; at++) {
      all.append(textOf(many.getBodyPart(at), depth + 1));
    }
    return all.toString();
  }

  /** The plain one where it says something, for that is what its writer typed; else the last that does. */
  private String best(Multipart many, int depth) throws MessagingException {
    var best = "";
    for (int at = 0; at < many.getCount() && parts <= MOST_PARTS; at++) {
      var one = many.getBodyPart(at);
      var words = textOf(one, depth + 1);
      if (!words.isBlank() && (best.isBlank() || !type(one).match("text/html"))) {
        best = words;
      }
    }
    return best;
  }

  private static boolean isFile(Part part, ContentType type) throws MessagingException {
    var disposition = Optional.ofNullable(part.getHeader("Content-Disposition")).map(lines -> lines[0].strip().toLowerCase(Locale.ROOT)).orElse("");
    return disposition.startsWith("attachment") || (type.match("text/*") && type.getParameter("name") != null);
  }

  private void file(Part part, ContentType type) throws IOException, MessagingException {
    if (files.size() == MOST_FILES) {
      flaws.add("it brings more than " + MOST_FILES + " files; the others are in the message as it came");
      return;
    }
    try (InputStream in = part.getInputStream()) {
      files.add(MailFile.of(name(part), type.getBaseType(), in.readAllBytes(), files.size() + 1));
    }
  }

  private static Optional<String> name(Part part) {
    try {
      return Optional.ofNullable(part.getFileName()).map(Headers::decoded);
    } catch (MessagingException unreadable) {
      return Optional.empty();
    }
  }

  private static String decoded(Part part, ContentType type) throws IOException, MessagingException {
    try (InputStream in = part.getInputStream()) {
      return Decoding.text(in.readNBytes(MOST_TEXT_BYTES), Optional.ofNullable(type.getParameter("charset")));
    }
  }

  private static String raw(Part part) {
    try (InputStream in = part instanceof jakarta.mail.internet.MimeMessage whole ? whole.getRawInputStream() : part.getInputStream()) {
      return Decoding.text(in.readNBytes(MOST_TEXT_BYTES), Optional.empty());
    } catch (MessagingException | IOException unreadable) {
      return "";
    }
  }

  /** Nonsense is plain text, as RFC 2045 has it. */
  static ContentType type(Part part) throws MessagingException {
    var named = part instanceof MimePart mime ? mime.getHeader("Content-Type", null) : part.getContentType();
    try {
      return new ContentType(named == null ? "text/plain" : named);
    } catch (ParseException nonsense) {
      return new ContentType("text", "plain", null);
    }
  }
}
