package io.duly.journal;

import io.duly.kernel.CaseId;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where the journal is not what was written.
 *
 * @param caseId empty for a document that no entry names
 * @param seq the entry's place in its chain, from 1; 0 where there is no entry
 * @param what altered, removed, inserted, head differs, document missing or document altered, in words
 */
public record WrongEntry(Optional<CaseId> caseId, int seq, String what) {
  /** The order of the database: cases by their id's bytes, then entries. */
  static final Comparator<WrongEntry> FIRST =
      Comparator.comparing((WrongEntry wrong) -> wrong.caseId().map(CaseId::toString).orElse("~"))
          .thenComparingInt(WrongEntry::seq);
}
