package io.duly.matching;

import io.duly.matching.Hit.How;
import io.duly.matching.Why.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Explains a payment by the invoices that it names. */
final class Named {
  private static final int LARGEST_CHOICE = 10;

  private final Asked asked;
  private final Explaining explaining;

  Named(Asked asked) {
    this.asked = asked;
    this.explaining = new Explaining(asked);
  }

  List<Explanation> all() {
    var byDebtor = new TreeMap<Integer, List<Hit>>();
    for (var hit : asked.hits().all()) {
      if (asked.payable(hit.invoice())) {
        byDebtor.computeIfAbsent(asked.book().debtorOf(hit.invoice()), _ -> new ArrayList<>()).add(hit);
      }
    }
    var found = new ArrayList<Explanation>();
    byDebtor.forEach((debtor, hits) -> of(debtor, hits).ifPresent(found::add));
    if (byDebtor.size() > 1) {
      overDebtors(byDebtor).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Explanation> of(int debtor, List<Hit> hits) {
    var strong = hits.stream().filter(hit -> hit.strength() >= 2 && !hit.dependent()).toList();
    var certain = strong.isEmpty() ? hits.stream().filter(hit -> !hit.dependent()).toList() : strong;
    if (certain.isEmpty()) {
      return Optional.empty();
    }
    var sets = new ArrayList<List<Hit>>();
    sets.add(hits);
    sets.add(certain);
    for (var set : sets) {
      if (sum(set) == asked.amount()) {
        return Optional.of(explain(debtor, set));
      }
    }
    return Optional.of(choice(debtor, hits, certain).or(() -> completed(debtor, certain)).orElseGet(() -> departing(debtor, hits, certain)));
  }

  /** What is named in a range counts with a discount too. */
  private Explanation departing(int debtor, List<Hit> hits, List<Hit> certain) {
    boolean all = hits.size() > certain.size() && asked.fit(invoices(hits)).strength() > 0;
    return explain(debtor, all ? hits : certain);
  }

  /** Exactly some of those it names: the others may be numbers of something else. */
  private Optional<Explanation> choice(int debtor, List<Hit> hits, List<Hit> certain) {
    if (hits.size() < 2 || hits.size() > LARGEST_CHOICE) {
      return Optional.empty();
    }
    var opens = hits.stream().mapToLong(hit -> asked.open(hit.invoice())).toArray();
    return Sums.only(opens, asked.amount(), 1).map(places -> {
      var chosen = places.stream().map(hits::get).toList();
      var explained = explain(debtor, chosen);
      boolean leavesOut = certain.stream().anyMatch(hit -> hit.strength() >= 2 && !chosen.contains(hit));
      return leavesOut ? explained.doubted(Why.of(Code.RIVAL)) : explained;
    });
  }

  /** The text was cut off, or it names one of several: the rest is exactly something else that is open. */
  private Optional<Explanation> completed(int debtor, List<Hit> certain) {
    long rest = asked.amount() - sum(certain);
    if (rest <= 0 || asked.payerStrength(debtor) == 0 && certain.stream().noneMatch(hit -> hit.strength() >= 3)) {
      return Optional.empty();
    }
    var named = invoices(certain);
    var others = asked.openOf(debtor, Sums.MOST + 1 + named.size()).stream().filter(invoice -> !named.contains(invoice) && whole(invoice)).toList();
    if (others.size() > Sums.MOST) {
      return Optional.empty();
    }
    return Sums.only(others.stream().mapToLong(asked::open).toArray(), rest, 1).map(places -> {
      var all = new ArrayList<>(named);
      places.forEach(place -> all.add(others.get(place)));
      all.sort(null);
      return explaining.of(MatchKind.COMBINED, debtor, all, asked.fit(all), strength(certain), false, whys(certain));
    });
  }

  /** What is left of an invoice that was paid in part makes up a sum too easily. */
  private boolean whole(int invoice) {
    return asked.open(invoice) == asked.book().gross(invoice);
  }

  private Optional<Explanation> overDebtors(Map<Integer, List<Hit>> byDebtor) {
    var strong = byDebtor.values().stream().flatMap(List::stream).filter(hit -> hit.strength() >= 2 && !hit.dependent()).toList();
    long debtors = strong.stream().map(hit -> asked.book().debtorOf(hit.invoice())).distinct().count();
    return debtors > 1 && sum(strong) == asked.amount()
        ? Optional.of(explain(asked.book().debtorOf(strong.getFirst().invoice()), strong))
        : Optional.empty();
  }

  private Explanation explain(int debtor, List<Hit> hits) {
    var invoices = invoices(hits);
    var fit = asked.fit(invoices);
    var explained = explaining.of(kind(hits), debtor, invoices, fit, fit.strength() == 3 ? strongest(hits) : strength(hits), false, whys(hits));
    int least = explained.amount() >= 2 ? 2 : 3;
    boolean weak = explained.named() < least && explained.payer() == 0 && Payers.someoneElse(asked.payers(), debtor);
    return weak ? explained.doubted(Why.of(Code.RIVAL)) : explained;
  }

  private static MatchKind kind(List<Hit> hits) {
    if (hits.stream().anyMatch(hit -> hit.how() == How.RANGE)) {
      return MatchKind.RANGE;
    }
    if (hits.size() > 1) {
      return MatchKind.COMBINED;
    }
    return hits.getFirst().how() == How.REFERENCE ? MatchKind.STRUCTURED_REFERENCE : MatchKind.INVOICE_NUMBER;
  }

  private static int strength(List<Hit> hits) {
    return hits.stream().filter(hit -> !hit.dependent()).mapToInt(Hit::strength).min().orElse(1);
  }

  private static int strongest(List<Hit> hits) {
    return hits.stream().mapToInt(Hit::strength).max().orElse(1);
  }

  private long sum(List<Hit> hits) {
    return asked.sum(invoices(hits));
  }

  private static List<Integer> invoices(List<Hit> hits) {
    return hits.stream().map(Hit::invoice).toList();
  }

  private List<Why> whys(List<Hit> hits) {
    return IntStream.range(0, Math.min(12, hits.size())).mapToObj(at -> why(hits.get(at))).toList();
  }

  private Why why(Hit hit) {
    var number = asked.book().number(hit.invoice());
    return switch (hit.how()) {
      case REFERENCE -> Why.of(Code.REFERENCE, number, hit.written());
      case NUMBER -> Why.of(Code.NUMBER, number, hit.written());
      case PART, ABBREVIATED -> Why.of(Code.PART_OF_NUMBER, number, hit.written());
      case RANGE -> Why.of(Code.IN_RANGE, number);
    };
  }
}
