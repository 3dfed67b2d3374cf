package io.duly.correspondence.sending;

import io.duly.strategy.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jooq.DSLContext;

/** Papers of the case's file that go with a message, as they were filed. */
final class Enclosures {
  private static final int LONGEST_NAME = 60;
  private static final String PAPERS =
      "select e.nth, d.name, d.media_type, d.bytes from correspondence.enclosure e join journal.document d on d.sha256 = e.document where e.message_id = ? order by e.nth";
  private static final Map<String, String> ENDINGS = Map.of("application/pdf", "pdf", "image/png", "png", "image/jpeg", "jpg", "text/plain", "txt");

  private Enclosures() {}

  /** With a letter only what can be printed with it. */
  static List<Attached> of(DSLContext tx, Waiting message) {
    var all = new ArrayList<Attached>();
    for (var row : tx.fetch(PAPERS, message.id().value())) {
      var type = row.get("media_type", String.class);
      var bytes = row.get("bytes", byte[].class);
      boolean printed = message.send().channel() == Channel.LETTER;
      if (!printed || type.startsWith("application/pdf") && AddedPages.canBeRead(bytes)) {
        all.add(new Attached(name(row.get("nth", Integer.class), row.get("name", String.class), type), type, bytes));
      }
    }
    return List.copyOf(all);
  }

  private static String name(int nth, String name, String type) {
    var safe = name.replaceAll("\\.[A-Za-z0-9]{1,5}$", "").replaceAll("[^A-Za-z0-9-]+", "-").replaceAll("^-+|-+$", "");
    return "paper-%02d-%s.%s".formatted(nth, safe.substring(0, Math.min(safe.length(), LONGEST_NAME)), ENDINGS.getOrDefault(type.replaceFirst(";.*", ""), "bin")).toLowerCase(Locale.ROOT);
  }
}
