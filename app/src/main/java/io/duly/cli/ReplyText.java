package io.duly.cli;

import io.duly.correspondence.reply.Reply;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** How the commands say what is known of replies. */
final class ReplyText {
  private ReplyText() {}

  /** {@code DELIVERY_REPORT} as people say it. */
  static String words(Reply.Kind kind) {
    return switch (kind) {
      case REPLY -> "a reply";
      case AUTOMATIC -> "an automatic answer";
      case DELIVERY_REPORT -> "a report of a server";
      case COMPLAINT -> "a complaint";
      case UNREADABLE -> "a message that cannot be read";
    };
  }

  static String first(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  static String may(List<String> words) {
    return words.stream().map(word -> word.replace('_', ' ')).collect(Collectors.joining(", "));
  }

  /** What a terminal would obey is not shown. */
  static String printable(String words) {
    return words.replaceAll("[\\p{Cntrl}\\p{Cf}&&[^\n]]", " ");
  }
}
