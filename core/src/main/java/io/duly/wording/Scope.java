package io.duly.wording;

import java.util.List;

/** Whether words are said, or denied, reported or told as somebody's right. */
final class Scope {
  private static final int REACH = 7;

  private final int negation;
  private final int swallows;
  private final int ifPay;
  private final int restart;
  private final int reported;
  private final int turn;

  Scope(Concepts concepts) {
    negation = concepts.number("negation");
    swallows = concepts.number("swallows");
    ifPay = concepts.number("ifPay");
    restart = concepts.number("restart");
    reported = concepts.number("reported");
    turn = concepts.number("turn");
  }

  /**
   * "We do not …". A "not" that belongs to "if you do not pay" denies nothing else, nor does one
   * with which the words themselves begin or end ("never get credit again").
   */
  boolean isDenied(Passage passage, Occurrence heart, boolean negationBehind) {
    if (!passage.of(ifPay).isEmpty()) {
      return false;
    }
    for (Occurrence no : passage.of(negation)) {
      boolean within = no.from() > heart.from() && no.to() < heart.to();
      boolean before = no.to() <= heart.from() || (no.overlaps(heart) && no.from() < heart.from()) || within;
      boolean behind = negationBehind && no.from() >= heart.to();
      if (passage.clause(no) == passage.lastClause(heart)
          && no.distance(heart) <= REACH
          && (behind || before && !isBegunAnew(passage, no, heart))
          && passage.of(swallows).stream().noneMatch(no::overlaps)) {
        return true;
      }
    }
    return false;
  }

  /** "You did not pay, we will …": what follows a new subject is not denied. */
  private boolean isBegunAnew(Passage passage, Occurrence no, Occurrence heart) {
    return passage.of(restart).stream().anyMatch(begin -> liesBetween(begin, no, heart));
  }

  boolean isReported(Passage passage, Occurrence heart) {
    for (Occurrence report : passage.of(reported)) {
      boolean reaches =
          passage.lastClause(report) == passage.clause(heart) || passage.isQuoted(heart);
      if (report.from() <= heart.from() && reaches && !turns(passage.of(turn), report, heart)) {
        return true;
      }
    }
    return false;
  }

  private static boolean turns(List<Occurrence> turns, Occurrence from, Occurrence to) {
    return turns.stream().anyMatch(each -> liesBetween(each, from, to));
  }

  private static boolean liesBetween(Occurrence some, Occurrence first, Occurrence second) {
    return some.from() >= Math.min(first.to(), second.to())
        && some.to() <= Math.max(first.from(), second.from());
  }
}
