package io.duly.journal;

import io.duly.kernel.CaseId;
import java.time.Instant;

/**
 * A document of a case that holds the words that were searched, or whose name resembles them.
 *
 * @param seq the place of the entry that names it in the case's chain
 * @param excerpt where the words stand, as plain text: escape it where it is shown
 */
public record FoundDocument(CaseId caseId, int seq, Instant occurredAt, String name, String excerpt) {}
