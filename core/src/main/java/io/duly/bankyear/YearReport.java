package io.duly.bankyear;

import io.duly.matching.MatchKind;
import java.util.EnumMap;
import java.util.Map;

/** How a year was matched. */
public final class YearReport {
  private final Map<Trait, Count> byTrait = new EnumMap<>(Trait.class);
  private final Map<MatchKind, Count> byKind = new EnumMap<>(MatchKind.class);

  /**
   * Counts of payments.
   *
   * @param all payments
   * @param right matched without a person, to exactly what was paid
   * @param wrong matched without a person to an invoice that was not paid
   * @param some matched without a person to a part of what was paid; the rest is left for a person
   * @param offered of the others: the right one is among the proposals
   * @param held of the others that were not offered: the debtor is not contacted meanwhile; of money that pays nothing, somebody is not
   */
  public record Count(int all, int right, int wrong, int some, int offered, int held) {
    static final Count NONE = new Count(0, 0, 0, 0, 0, 0);

    Count plus(Count other) {
      return new Count(all + other.all, right + other.right, wrong + other.wrong, some + other.some, offered + other.offered, held + other.held);
    }

    /** Of those matched without a person, how many rightly. */
    public double precision() {
      int sure = right + wrong + some;
      return sure == 0 ? 1 : 1 - (double) wrong / sure;
    }

    /** Of all, how many were matched rightly without a person. */
    public double recall() {
      return all == 0 ? 1 : (double) right / all;
    }
  }

  void add(Trait trait, Count one) {
    byTrait.merge(trait, one, Count::plus);
  }

  void add(MatchKind kind, Count one) {
    byKind.merge(kind, one, Count::plus);
  }

  public Map<Trait, Count> byTrait() {
    return byTrait;
  }

  /** What was matched without a person, by what it was matched. */
  public Map<MatchKind, Count> byKind() {
    return byKind;
  }

  /** Payments of invoices. */
  public Count payments() {
    return byTrait.entrySet().stream()
        .filter(entry -> entry.getKey() != Trait.UNRELATED && entry.getKey() != Trait.PAID_TWICE)
        .map(Map.Entry::getValue)
        .reduce(Count.NONE, Count::plus);
  }

  /** Everything that came in. */
  public Count everything() {
    return byTrait.values().stream().reduce(Count.NONE, Count::plus);
  }

  /** A table for people. */
  public String text() {
    var lines = new StringBuilder("%-22s%8s%8s%7s%7s%9s%7s%11s%9s%n".formatted("", "all", "right", "wrong", "some", "offered", "held", "precision", "recall"));
    byTrait.forEach((trait, count) -> line(lines, trait.name(), count));
    line(lines, "invoice payments", payments());
    line(lines, "everything", everything());
    lines.append("matched by\n");
    byKind.forEach((kind, count) -> line(lines, kind.word(), count));
    return lines.toString();
  }

  private static void line(StringBuilder lines, String name, Count count) {
    lines.append("%-22s%8d%8d%7d%7d%9d%7d%11.4f%9.4f%n".formatted(name, count.all(), count.right(), count.wrong(), count.some(), count.offered(), count.held(),
        count.precision(), count.recall()));
  }
}
