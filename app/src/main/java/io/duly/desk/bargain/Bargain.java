package io.duly.desk.bargain;

import io.duly.agreements.Agreed;
import io.duly.agreements.Asked;
import io.duly.agreements.BargainRules;
import io.duly.agreements.Bargainer;
import io.duly.agreements.PaidBy;
import io.duly.agreements.TrackRecord;
import io.duly.calls.Finish;
import io.duly.kernel.Money;
import io.duly.plans.Authority;
import io.duly.plans.Ladder;
import io.duly.plans.Valued;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The options in a case, and what was typed.
 *
 * @param who whose limits count
 * @param steps the ladder, the best first
 * @param typed what stands in the form comes to that; empty where no way is chosen, or it does not work
 * @param problem why it cannot be paid so, as a word
 */
public record Bargain(
    Asked asked, BargainRules rules, Bargainer who, TrackRecord record, Ladder.Facts facts, List<Step> steps, Optional<Valued> typed, Optional<String> problem, PaidBy paidBy) {

  /**
   * An option.
   *
   * @param suggested the one to name next
   */
  public record Step(Valued valued, boolean refused, boolean suggested) {
    public String word() {
      return valued.offer().word();
    }

    /** The word of its kind, as texts are keyed by it. */
    public String kind() {
      return valued.offer().kind().name().toLowerCase(Locale.ROOT);
    }
  }

  public Bargain {
    steps = List.copyOf(steps);
  }

  /** What is offered about: due and not contested, charges among it. */
  public Money owed() {
    return facts.owed();
  }

  public Authority limits() {
    return rules.of(who);
  }

  /** What was typed, as it would be agreed. */
  public Optional<Finish.Agreement> agreement(Optional<String> ownWords) {
    return typed.map(one -> new Finish.Agreement(new Agreed(one.offer(), rules.onMiss(), rules.graceDays(), paidBy, ownWords), one));
  }

  public boolean isAllRefused() {
    return !steps.isEmpty() && steps.stream().allMatch(Step::refused);
  }
}
