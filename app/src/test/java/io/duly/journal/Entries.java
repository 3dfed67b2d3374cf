package io.duly.journal;

import io.duly.kernel.CaseId;
import io.duly.kernel.CreditorId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Entries as tests speak of them. */
final class Entries {
  static final CreditorId BRIGHTWELL = new CreditorId(new UUID(1, 1));
  static final Instant NOW = Instant.parse("2026-11-22T09:30:00.123456789Z");

  private Entries() {}

  static CaseId aCase(int number) {
    return new CaseId(new UUID(7, number));
  }

  static JournalEntry note(CaseId caseId, String words) {
    return new JournalEntry(
        caseId, BRIGHTWELL, "note", NOW, "person:ada", words, "{\"words\":\"" + words + "\"}", Optional.empty());
  }
}
