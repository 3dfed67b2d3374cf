package io.duly.journal;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A line to be written into the journal of a case.
 *
 * @param creditorId whose case it is; whoever may see the creditor may see the line
 * @param kind what sort of thing happened, in lower-case words joined by hyphens: {@code promise-made}
 * @param occurredAt when it happened, of the years 1 to 9999, kept to the microsecond
 * @param actor who did it: {@code duly}, {@code person:<login>}, {@code shell:<user>} or {@code file:<name>}; one line
 * @param summary what happened, in a sentence
 * @param body the facts, as JSON; {@code {}} where the summary says all
 * @param document the archived document that belongs to it
 */
public record JournalEntry(
    CaseId caseId,
    CreditorId creditorId,
    String kind,
    Instant occurredAt,
    String actor,
    String summary,
    String body,
    Optional<Sha256> document) {
  private static final Pattern KIND = Pattern.compile("[a-z][a-z-]*");
  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /** @throws IllegalArgumentException where a part cannot be kept as it is; the message says which */
  public JournalEntry {
    require(KIND.matcher(kind).matches(), "kind is lower-case words joined by hyphens, not '" + kind + "'");
    require(!actor.isEmpty() && actor.indexOf('\n') < 0 && actor.indexOf('\r') < 0, "actor is one line");
    require(isText(actor), "actor holds a character that cannot be stored");
    require(isText(summary), "summary holds a character that cannot be stored");
    require(isText(body), "body holds a character that cannot be stored");
    occurredAt = kept(occurredAt);
  }

  /** The instant as the database gives it back: whole microseconds. */
  static Instant kept(Instant instant) {
    require(!instant.isBefore(FIRST) && !instant.isAfter(LAST), "time lies in the years 1 to 9999");
    return instant.truncatedTo(ChronoUnit.MICROS);
  }

  /** Text of which PostgreSQL and UTF-8 can keep every character: no NUL, no half of a surrogate pair. */
  private static boolean isText(String text) {
    for (int at = 0; at < text.length(); at++) {
      char one = text.charAt(at);
      if (one == 0 || Character.isLowSurrogate(one)) {
        return false;
      }
      if (Character.isHighSurrogate(one) && (++at == text.length() || !Character.isLowSurrogate(text.charAt(at)))) {
        return false;
      }
    }
    return true;
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new IllegalArgumentException("A journal entry cannot be kept: " + rule + ".");
    }
  }
}
