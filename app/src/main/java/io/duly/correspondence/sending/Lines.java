package io.duly.correspondence.sending;

import io.duly.journal.Journal;
import io.duly.journal.JournalEntry;
import io.duly.journal.Sha256;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes what becomes of messages into the journals of their cases. */
@Component
final class Lines {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Journal journal;

  Lines(Journal journal) {
    this.journal = journal;
  }

  /**
   * Adds a line to the journal of the message's case.
   *
   * @param facts beside those that each line has
   */
  void write(
      DSLContext tx, Waiting message, String kind, String summary, Map<String, String> facts, Optional<Sha256> document, String actor, Instant at) {
    var body = new LinkedHashMap<String, String>();
    body.put("message", message.id().toString());
    body.put("step", message.send().step());
    body.put("channel", channel(message));
    body.putAll(facts);
    journal.append(
        tx, at,
        List.of(new JournalEntry(message.recovery(), message.creditor(), kind, at, actor, summary, JSON.writeValueAsString(body), document)));
  }

  /** The message as a sentence names it. */
  static String the(Waiting message) {
    return "The message " + message.send().step() + " by " + channel(message);
  }

  static String channel(Waiting message) {
    return message.send().channel().name().toLowerCase(Locale.ROOT);
  }
}
