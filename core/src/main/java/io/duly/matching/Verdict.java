package io.duly.matching;

import java.util.Optional;

/** What came of weighing, and where it is sure the explanation that is taken. */
record Verdict(Match match, Optional<Explanation> sure) {
  static final Verdict NOTHING = new Verdict(new Match.Nothing(), Optional.empty());
}
