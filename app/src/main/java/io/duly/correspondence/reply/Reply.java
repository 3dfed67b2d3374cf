package io.duly.correspondence.reply;

import io.duly.journal.Sha256;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What somebody wrote to us, with all that is known of it.
 *
 * @param line as the list shows it
 * @param words of its writer; data, to be escaped wherever it is shown
 * @param suggestions what it may be saying: suggestions
 * @param wishes how far somebody seems to wish to be left alone: suggestions too, honoured since it came
 * @param backOn of an automatic answer, in its words
 * @param substitute whom to ask meanwhile, in its words
 * @param document the message byte for byte
 * @param settled what a person read in it; empty until then
 */
public record Reply(
    ReplyLine line,
    String words,
    Optional<String> messageId,
    Optional<Instant> writtenAt,
    String takenBy,
    List<String> matchedBy,
    Optional<String> backOn,
    Optional<String> substitute,
    List<Suggested> suggestions,
    List<Suggested> wishes,
    List<Attachment> attachments,
    Sha256 document,
    Optional<Settled> settled) {

  /** What sort of message it is. */
  public enum Kind {
    REPLY,
    /** A machine answered. */
    AUTOMATIC,
    DELIVERY_REPORT,
    /** Its reader complained of our message, or unsubscribed. */
    COMPLAINT,
    UNREADABLE
  }

  /** Where it stands. */
  public enum State {
    /** For a person to read; everything is held until then. */
    WAITING,
    /** For a person to say whose it is. */
    UNMATCHED,
    /** Needs nobody. */
    NOTED,
    SETTLED
  }

  /**
   * A suggestion.
   *
   * @param word {@code says_paid}, {@code letters_only} …
   * @param words of the text, that led to it
   */
  public record Suggested(String word, Optional<String> cause, String words) {}

  /** A file that came with it, by its place from 1. */
  public record Attachment(int nth, String name, String mediaType, long bytes, Sha256 document) {}

  /**
   * What a person made of it.
   *
   * @param reading what it is, as {@link io.duly.wording.ReplyMeaning} in small letters; {@code nothing} where nothing of it
   * @param words ours
   * @param followed what was done because of it
   */
  public record Settled(List<String> reading, String words, Optional<String> followed, String by, Instant at) {}

  public UUID id() {
    return line.id();
  }
}
