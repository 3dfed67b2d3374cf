package io.duly.wording;

import java.util.List;
import java.util.Optional;

/**
 * What may not be said: concepts that stand near each other in one sentence.
 *
 * @param severity what it means; for a claim, where the facts deny it
 * @param unsure what a claim means where the facts do not know
 * @param needs for each, one of the concepts must be there; the first is the heart of it
 * @param within how many words may lie between the heart and another
 * @param unless concepts that, as near, make it harmless
 * @param negatable "we do not …" makes it harmless
 */
record Rule(
    String id,
    Category category,
    Severity severity,
    Severity unsure,
    Optional<Claim> claim,
    String law,
    List<List<Integer>> needs,
    int within,
    List<Integer> unless,
    boolean negatable,
    String why) {

  /** What it means in view of the facts; empty where they bear it. */
  Optional<Severity> severity(CaseFacts facts) {
    if (claim.isEmpty() || facts.denies(claim.get())) {
      return Optional.of(severity);
    }
    return facts.bears(claim.get()) ? Optional.empty() : Optional.of(unsure);
  }
}
