package io.duly.banking.books;

import java.util.UUID;

/**
 * A payment that was stored before and may be told of again.
 *
 * @param root the entry that told of it first
 * @param bar how much must agree
 * @param whole whether its statement and the new one both tell of every payment of their days
 */
record Candidate(UUID root, UUID statement, int line, int part, Facts facts, Bar bar, boolean whole) {

  /** How much must agree before two payments count as one. */
  enum Bar {
    /** They come from different sources: whatever is given must not speak against it. */
    SOURCES,
    /** They come from the same source, which writes a payment always alike. */
    WORDING,
    /** The source may tell of two payments that look alike: only a reference proves that they are one. */
    REFERENCE
  }
}
