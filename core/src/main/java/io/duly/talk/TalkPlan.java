package io.duly.talk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * How a talk may go (P07): how to begin, what is likely to be said and why we think so, and what to offer, in this order.
 *
 * @param likely at most {@value #MOST}, what we owe an answer to first
 * @param ways that a collector may agree to without asking
 */
public record TalkPlan(Opening opening, List<Likely> likely, List<Way> ways) {
  static final int MOST = 5;

  private static final int OFTEN = 2;

  /** What to begin with. */
  public enum Opening {
    /** They wait for us: say first what became of it. */
    OUR_ANSWER,
    /** How they are comes before what they owe. */
    HARDSHIP,
    /** Money has come: ask whether it is theirs. */
    MONEY_CAME,
    /** What was promised has not come. */
    PROMISE_BROKEN,
    /** Thank them for their business. */
    VALUED,
    AGAIN,
    FIRST;

    /** As texts are keyed by it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Something that may be said. */
  public record Likely(Objection what, Because because) {}

  public TalkPlan {
    likely = List.copyOf(likely);
    ways = List.copyOf(ways);
  }

  public static TalkPlan of(TalkFacts facts) {
    return new TalkPlan(opening(facts), likely(facts), ways(facts));
  }

  private static Opening opening(TalkFacts facts) {
    if (facts.disputesOpen() > 0) {
      return Opening.OUR_ANSWER;
    }
    if (facts.hardship()) {
      return Opening.HARDSHIP;
    }
    if (facts.unallocated()) {
      return Opening.MONEY_CAME;
    }
    if (facts.broken() > 0) {
      return Opening.PROMISE_BROKEN;
    }
    if (facts.valued()) {
      return Opening.VALUED;
    }
    return facts.talkedBefore() ? Opening.AGAIN : Opening.FIRST;
  }

  /** Each is named once, for its first reason. */
  private static List<Likely> likely(TalkFacts facts) {
    Map<Objection, Because> all = new LinkedHashMap<>();
    if (facts.disputesOpen() > 0) {
      all.put(Objection.YOUR_ANSWER, Because.DISPUTE_OPEN);
    }
    if (facts.unallocated()) {
      all.put(Objection.PAID, Because.MONEY_UNALLOCATED);
    }
    facts.said().forEach(given -> all.putIfAbsent(given.what(), given.because()));
    if (facts.broken() > 0) {
      all.put(Objection.PROMISE_AGAIN, Because.PROMISES_BROKEN);
    }
    if (facts.hardship()) {
      all.putIfAbsent(Objection.HARDSHIP, Because.SAID_CONFIRMED);
    }
    if (!facts.talkedBefore()) {
      List.of(Objection.NOT_RECEIVED, Objection.APPROVAL, Objection.NO_MONEY).forEach(what -> all.putIfAbsent(what, Because.USUAL));
    }
    List<Likely> likely = new ArrayList<>();
    all.forEach((what, because) -> likely.add(new Likely(what, because)));
    return likely.subList(0, Math.min(MOST, likely.size()));
  }

  /** Whoever broke promises often is asked for a part at once; whoever is in hardship is not asked for all. */
  private static List<Way> ways(TalkFacts facts) {
    if (facts.hardship()) {
      return List.of(Way.INSTALMENTS, Way.PART_AND_REST, Way.BY_DATE);
    }
    return facts.broken() >= OFTEN && facts.broken() > facts.kept()
        ? List.of(Way.ALL_TODAY, Way.PART_AND_REST, Way.INSTALMENTS, Way.BY_DATE)
        : List.of(Way.ALL_TODAY, Way.BY_DATE, Way.PART_AND_REST, Way.INSTALMENTS);
  }
}
