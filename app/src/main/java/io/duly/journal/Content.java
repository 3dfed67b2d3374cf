package io.duly.journal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What an entry's hash is taken over, beside the hash of the entry before. */
record Content(
    UUID caseId,
    int seq,
    String kind,
    Instant occurredAt,
    Instant recordedAt,
    String actor,
    String summary,
    String body,
    Optional<Sha256> document) {

  static Content of(JournalEntry entry, int seq, Instant recordedAt) {
    return new Content(
        entry.caseId().value(),
        seq,
        entry.kind(),
        entry.occurredAt(),
        recordedAt,
        entry.actor(),
        entry.summary(),
        entry.body(),
        entry.document());
  }
}
