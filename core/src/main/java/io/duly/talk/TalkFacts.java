package io.duly.talk;

import java.util.List;

/**
 * What is known before a talk.
 *
 * @param said reasons that the debtor gave before, the latest first, each with what came out
 * @param kept how many promises were kept, late ones too; {@code broken} how many were not or in part only
 * @param disputesOpen contested invoices that we have not answered
 * @param unallocated money has come that may be theirs
 * @param valued a customer whose business is worth far more than what is open
 * @param talkedBefore somebody was reached before
 */
public record TalkFacts(
    List<Given> said, int kept, int broken, int disputesOpen, boolean unallocated, boolean hardship, boolean valued, boolean talkedBefore) {

  /**
   * A reason that was given.
   *
   * @param because one of the three {@code SAID_…}
   */
  public record Given(Objection what, Because because) {}

  public TalkFacts {
    said = List.copyOf(said);
  }
}
