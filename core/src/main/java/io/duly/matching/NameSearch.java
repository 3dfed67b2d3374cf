package io.duly.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds debtors whose name a text has. Words that many names share count little. */
final class NameSearch {
  private static final int MANY = 300;
  private static final int TRIED = 60;
  private static final double CLOSE = 0.1;

  private final BookDebtors debtors;
  private final Map<String, Double> weights = new HashMap<>();

  NameSearch(BookDebtors debtors) {
    this.debtors = debtors;
  }

  /**
   * How alike.
   *
   * @param likeness 0 to 1
   * @param exact the whole name, with its legal form
   * @param contains every word of the text is in the name, so that the text may be a part of it
   * @param clear so much more alike than the next that it is not that one
   */
  record Alike(int debtor, double likeness, boolean exact, boolean clear, boolean contains) {
    boolean same() {
      return likeness >= 0.85;
    }
  }

  /** The most alike first; those that are no less alike than it by much stand beside it. */
  List<Alike> find(String name) {
    var words = NameWords.of(name);
    if (words.whole().length() < 3) {
      return List.of();
    }
    var all = candidates(words).stream()
        .map(debtor -> best(words, debtor))
        .filter(one -> one.likeness() >= 0.55)
        .sorted(Comparator.comparing(Alike::exact).thenComparingDouble(Alike::likeness).reversed().thenComparingInt(Alike::debtor))
        .toList();
    return all.isEmpty() ? all : near(all);
  }

  private static List<Alike> near(List<Alike> all) {
    var first = all.getFirst();
    double least = first.likeness() - CLOSE;
    boolean clear = first.exact() && all.stream().filter(Alike::exact).count() == 1;
    var near = new ArrayList<Alike>();
    for (var one : all) {
      if (near.size() < 6 && (one.likeness() >= least || one.contains() && !first.exact())) {
        near.add(new Alike(one.debtor(), one.likeness(), one.exact(), clear && one.debtor() == first.debtor(), one.contains()));
      }
    }
    return near;
  }

  private Set<Integer> candidates(NameWords words) {
    var found = new HashSet<Integer>();
    add(found, debtors.byWholeName(words.whole(), MANY));
    words.telling().stream()
        .sorted(Comparator.comparingInt(debtors::wordCount).thenComparing(Comparator.naturalOrder()))
        .filter(word -> word.length() > 2)
        .limit(3)
        .forEach(word -> {
          var having = debtors.byWord(word, MANY);
          if (having.length < MANY) {
            add(found, having);
          }
          var beginning = debtors.byBeginning(word, MANY);
          if (having.length == 0 && beginning.length < MANY) {
            add(found, beginning);
          }
        });
    return found;
  }

  private static void add(Set<Integer> found, int[] more) {
    for (int one : more) {
      if (found.size() < TRIED * 10) {
        found.add(one);
      }
    }
  }

  private Alike best(NameWords words, int debtor) {
    double best = 0;
    boolean exact = false;
    boolean contains = false;
    for (var name : debtors.names(debtor)) {
      var other = NameWords.of(name);
      if (other.whole().equals(words.whole())) {
        exact |= other.forms().equals(words.forms());
        contains = true;
        best = 1;
      } else {
        best = Math.max(best, likeness(words, other));
        contains |= other.telling().containsAll(words.telling());
      }
    }
    return new Alike(debtor, best, exact, false, contains);
  }

  /** How much of the debtor's name is in the text, less a little for what else the text says. */
  private double likeness(NameWords text, NameWords debtor) {
    double there = 0;
    double all = 0;
    double used = 0;
    for (var word : debtor.telling()) {
      double weight = weight(word);
      all += weight;
      double share = text.telling().stream().mapToDouble(other -> share(word, other)).max().orElse(0);
      there += weight * share;
      used += share;
    }
    double cover = all == 0 ? 0 : there / all;
    double rest = Math.max(0, text.telling().size() - used) / Math.max(1, text.telling().size());
    return cover * (1 - 0.25 * rest);
  }

  private double weight(String word) {
    return weights.computeIfAbsent(word, one -> (one.length() == 1 ? 0.5 : 1) * Math.log(2 + 3_000.0 / (1 + debtors.wordCount(one))));
  }

  private static double share(String word, String other) {
    if (word.equals(other)) {
      return 1;
    }
    int shorter = Math.min(word.length(), other.length());
    if (shorter >= 4 && (word.startsWith(other) || other.startsWith(word))) {
      return 0.85;
    }
    return shorter >= 5 && Slip.one(word, other) ? 0.85 : 0;
  }
}
