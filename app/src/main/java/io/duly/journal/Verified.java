package io.duly.journal;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a verification saw.
 *
 * @param cases chains
 * @param entries entries in them
 * @param wrong chains and documents that are not what was written
 * @param firstWrong the first wrong entry, in the order of cases' ids
 */
public record Verified(long cases, long entries, long wrong, Optional<WrongEntry> firstWrong) {

  public boolean ok() {
    return wrong == 0;
  }

  /** Both together. */
  public Verified plus(Verified other) {
    return new Verified(
        cases + other.cases,
        entries + other.entries,
        wrong + other.wrong,
        Stream.of(firstWrong, other.firstWrong).flatMap(Optional::stream).min(WrongEntry.FIRST));
  }
}
