package io.duly.journal;

import io.duly.kernel.CaseId;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Walks entries in the order of cases and places, recomputes what their hashes must be and keeps count. Knows one entry
 * at a time.
 */
final class ChainReader {
  private static final UUID NO_CASE = new UUID(0, 0);

  private final CanonicalForm form = new CanonicalForm();
  private UUID caseId = NO_CASE;
  private int last;
  private byte[] lastHash = Sha256.NONE.bytes();
  private int entriesOfHead;
  private byte[] head = lastHash;
  private boolean caseIsWrong;

  private long cases;
  private long entries;
  private long wrong;
  private @Nullable WrongEntry firstWrong;

  /**
   * @param sameCreditor the entry and its chain say the same creditor
   * @param entriesOfHead how many entries the chain's head counts; 0 where the head is missing
   */
  void next(Content entry, byte[] prev, byte[] hash, boolean sameCreditor, int entriesOfHead, byte[] head) {
    if (!entry.caseId().equals(caseId)) {
      endCase();
      begin(entry.caseId(), entriesOfHead, head);
    }
    entries++;
    if (entry.seq() != last + 1) {
      wrong(last + 1, "removed");
    } else if (!sameCreditor || !Arrays.equals(form.hash(entry, prev), hash)) {
      wrong(entry.seq(), "altered");
    } else if (!Arrays.equals(prev, lastHash)) {
      wrong(entry.seq(), "inserted: it does not follow the entry before it");
    }
    last = entry.seq();
    lastHash = hash;
  }

  Verified end() {
    endCase();
    return new Verified(cases, entries, wrong, Optional.ofNullable(firstWrong));
  }

  private void begin(UUID next, int entriesOfNext, byte[] headOfNext) {
    caseId = next;
    entriesOfHead = entriesOfNext;
    head = headOfNext;
    last = 0;
    lastHash = Sha256.NONE.bytes();
    caseIsWrong = false;
    cases++;
  }

  private void endCase() {
    if (last == 0) {
      return;
    }
    if (entriesOfHead == 0) {
      wrong(last, "head differs: the chain's head is missing");
    } else if (entriesOfHead > last) {
      wrong(last + 1, "removed");
    } else if (entriesOfHead < last) {
      wrong(entriesOfHead + 1, "inserted");
    } else if (!Arrays.equals(head, lastHash)) {
      wrong(last, "head differs");
    }
  }

  private void wrong(int seq, String what) {
    if (caseIsWrong) {
      return;
    }
    caseIsWrong = true;
    wrong++;
    if (firstWrong == null) {
      firstWrong = new WrongEntry(Optional.of(new CaseId(caseId)), seq, what);
    }
  }
}
