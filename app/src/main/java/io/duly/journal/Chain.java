package io.duly.journal;

import io.duly.kernel.CreditorId;
import java.time.Instant;
import java.util.UUID;

/** The end of one case's chain while entries are added to it. */
final class Chain {
  private final UUID caseId;
  private final CreditorId creditorId;
  private final int since;
  private int entries;
  private byte[] head;

  /**
   * @param entries how many entries it has
   * @param head the hash of the last of them, 32 bytes
   */
  Chain(UUID caseId, CreditorId creditorId, int entries, byte[] head) {
    this.caseId = caseId;
    this.creditorId = creditorId;
    this.since = entries;
    this.entries = entries;
    this.head = head;
  }

  static Chain begun(UUID caseId, CreditorId creditorId) {
    return new Chain(caseId, creditorId, 0, Sha256.NONE.bytes());
  }

  Link add(JournalEntry entry, Instant recordedAt, CanonicalForm form) {
    if (!entry.creditorId().equals(creditorId)) {
      throw new IllegalArgumentException("The journal of case " + caseId + " belongs to another creditor.");
    }
    var prev = head;
    var content = Content.of(entry, ++entries, recordedAt);
    head = form.hash(content, prev);
    return new Link(creditorId.value(), content, prev, head);
  }

  UUID caseId() {
    return caseId;
  }

  CreditorId creditorId() {
    return creditorId;
  }

  /** It did not exist before these entries. */
  boolean isNew() {
    return since == 0;
  }

  /** How many entries it had before these. */
  int since() {
    return since;
  }

  int entries() {
    return entries;
  }

  byte[] head() {
    return head;
  }
}
