package io.duly.correspondence.reply;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MailDateFormat;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.text.ParseException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The head of a message, as strangers write heads. */
final class Headers {
  private static final int MOST_SIGNS = 20_000;
  private static final int MOST_LINES = 50;
  private static final int MOST_ADDRESSES = 100;
  private static final int MOST_IDS = 100;
  private static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,400}>");
  private static final Pattern ADDRESS = Pattern.compile("[^\\s<>(),;:\"@]{1,128}@[^\\s<>(),;:\"@]{1,253}");

  private final MimeMessage message;

  Headers(MimeMessage message) {
    this.message = message;
  }

  /** The first line of that name, unfolded. */
  Optional<String> first(String name) {
    return all(name).stream().findFirst();
  }

  List<String> all(String name) {
    try {
      var lines = message.getHeader(name);
      return lines == null
          ? List.of()
          : Arrays.stream(lines).limit(MOST_LINES).map(line -> MimeUtility.unfold(line.substring(0, Math.min(line.length(), MOST_SIGNS)))).toList();
    } catch (MessagingException unreadable) {
      return List.of();
    }
  }

  /** The same in small letters, without what follows a semicolon. */
  Optional<String> word(String name) {
    return first(name).map(line -> line.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
  }

  /** Every Message-ID in the lines of these names. */
  List<String> messageIds(String... names) {
    var ids = new LinkedHashSet<String>();
    for (var name : names) {
      for (var line : all(name)) {
        MESSAGE_ID.matcher(line).results().limit(MOST_IDS).forEach(found -> ids.add(found.group()));
      }
    }
    return List.copyOf(ids);
  }

  /** Every address in the lines of these names, in small letters. */
  List<String> addresses(String... names) {
    var addresses = new LinkedHashSet<String>();
    for (var name : names) {
      for (var line : all(name)) {
        ADDRESS.matcher(line).results().limit(MOST_ADDRESSES).forEach(found -> addresses.add(found.group().toLowerCase(Locale.ROOT)));
      }
    }
    return List.copyOf(addresses);
  }

  /** Who says to have written it; the first of several. */
  Optional<InternetAddress> from() {
    var lines = new ArrayList<>(all("From"));
    lines.addAll(all("Sender"));
    for (var line : lines) {
      try {
        for (var address : InternetAddress.parseHeader(line, false)) {
          if (address.getAddress() != null && ADDRESS.matcher(address.getAddress()).matches()) {
            return Optional.of(address);
          }
        }
      } catch (AddressException nonsense) {
        var found = ADDRESS.matcher(line);
        if (found.find()) {
          var address = new InternetAddress();
          address.setAddress(found.group());
          return Optional.of(address);
        }
      }
    }
    return Optional.empty();
  }

  /** When it says to have been written; nothing that no calendar has. */
  Optional<Instant> date() {
    try {
      return first("Date").isEmpty()
          ? Optional.empty()
          : Optional.of(new MailDateFormat().parse(first("Date").get()).toInstant()).filter(at -> at.isAfter(Instant.EPOCH) && at.isBefore(Instant.parse("2200-01-01T00:00:00Z")));
    } catch (ParseException nonsense) {
      return Optional.empty();
    }
  }

  static String decoded(String text) {
    try {
      return MimeUtility.decodeText(text);
    } catch (UnsupportedEncodingException unknown) {
      return text;
    }
  }
}
