package io.duly.debits;

import io.duly.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one bank is asked to collect for one creditor.
 *
 * @param id unique for the bank: at most 35 signs
 * @param collections at least one, all in the same currency
 */
public record DebitFile(String id, Instant madeAt, Collector collector, List<Collection> collections) {
  /** Who collects, and to which account. */
  public record Collector(String name, String identifier, String iban, Optional<String> bic) {}

  /** Those of one day and one scheme: the bank takes them as one order. */
  record Order(Key key, List<Collection> collections) {
    Money total() {
      return DebitFile.sum(collections);
    }
  }

  /** What those of one order have in common. */
  record Key(LocalDate on, Scheme scheme) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::on).thenComparing(Key::scheme).compare(this, other);
    }
  }

  public DebitFile {
    collections = List.copyOf(collections);
    if (collections.isEmpty()) {
      throw new IllegalArgumentException("A file without a collection is none.");
    }
  }

  public Money total() {
    return sum(collections);
  }

  List<Order> orders() {
    return collections.stream().collect(Collectors.groupingBy(one -> new Key(one.on(), one.mandate().scheme()), TreeMap::new, Collectors.toList())).entrySet().stream()
        .map(entry -> new Order(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static Money sum(List<Collection> some) {
    return some.stream().map(Collection::amount).reduce(Money.zero(some.getFirst().amount().currency()), Money::plus);
  }
}
