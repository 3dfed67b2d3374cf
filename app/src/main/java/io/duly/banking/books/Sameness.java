package io.duly.banking.books;

import io.duly.banking.books.Candidate.Bar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds which payments of a new statement were told of before, one to one: by what is surest first, and a booking of a
 * batch by the sum of its parts. Pure.
 */
final class Sameness {
  private record Key(long amount, String currency, boolean reversal, String clue) {}

  private record Booking(UUID statement, int line) {}

  private final List<Payment> payments;
  private final List<Candidate> candidates;
  private final Map<Payment.Spot, UUID> same = new HashMap<>();
  private final Set<UUID> taken = new HashSet<>();

  private Sameness(List<Payment> payments, List<Candidate> candidates) {
    this.payments = payments;
    this.candidates = candidates;
  }

  /** Of each payment that was told of before, the entry that told of it first. */
  static Map<Payment.Spot, UUID> of(List<Payment> payments, List<Candidate> candidates) {
    var sameness = new Sameness(payments, candidates);
    if (!candidates.isEmpty()) {
      sameness.singly();
      sameness.bySums();
    }
    return sameness.same;
  }

  private void singly() {
    var facts = new LinkedHashMap<Integer, Facts>();
    for (int at = 0; at < payments.size(); at++) {
      facts.put(at, payments.get(at).facts());
    }
    for (var tier : Tier.values()) {
      var known = known(tier);
      facts.forEach((at, one) -> claim(tier, payments.get(at), one, known));
    }
  }

  private Map<Key, List<Candidate>> known(Tier tier) {
    var known = new HashMap<Key, List<Candidate>>();
    for (var candidate : candidates) {
      if (tier.proves(candidate.bar()) && !tier.clue(candidate.facts()).isEmpty()) {
        known.computeIfAbsent(key(tier, candidate.facts()), _ -> new ArrayList<>(1)).add(candidate);
      }
    }
    return known;
  }

  private static Key key(Tier tier, Facts of) {
    return new Key(of.amount(), of.currency(), of.reversal(), tier.clue(of));
  }

  private void claim(Tier tier, Payment payment, Facts facts, Map<Key, List<Candidate>> known) {
    var found = known.get(key(tier, facts));
    if (found == null || same.containsKey(payment.spot()) || !payment.entry().booked()) {
      return;
    }
    found.removeIf(candidate -> taken.contains(candidate.root()));
    found.stream().filter(candidate -> tier.fits(facts, candidate)).findFirst().ifPresent(candidate -> {
      taken.add(candidate.root());
      same.put(payment.spot(), candidate.root());
    });
  }

  /** What one source books as a sum, another tells in parts. */
  private void bySums() {
    var known = new HashMap<Long, List<List<Candidate>>>();
    candidates.stream()
        .filter(one -> one.bar() == Bar.SOURCES)
        .collect(Collectors.groupingBy(one -> new Booking(one.statement(), one.line()), LinkedHashMap::new, Collectors.toList()))
        .values()
        .forEach(booking -> known.computeIfAbsent(booking.stream().mapToLong(one -> one.facts().amount()).sum(), _ -> new ArrayList<>(1)).add(booking));
    payments.stream()
        .filter(payment -> payment.entry().booked())
        .collect(Collectors.groupingBy(Payment::line, LinkedHashMap::new, Collectors.toList()))
        .values()
        .stream()
        .filter(booking -> booking.stream().map(Payment::spot).noneMatch(same::containsKey))
        .forEach(booking -> claimSum(booking, known.getOrDefault(booking.stream().mapToLong(payment -> payment.amount().minor()).sum(), List.of())));
  }

  private void claimSum(List<Payment> booking, List<List<Candidate>> known) {
    known.stream().filter(other -> sameSum(booking, other)).findFirst().ifPresent(other -> {
      booking.forEach(payment -> same.put(payment.spot(), other.getFirst().root()));
      other.forEach(one -> taken.add(one.root()));
    });
  }

  private boolean sameSum(List<Payment> booking, List<Candidate> other) {
    if ((booking.size() == 1) == (other.size() == 1) || other.stream().anyMatch(one -> taken.contains(one.root()))) {
      return false;
    }
    var mine = booking.getFirst().facts();
    var theirs = other.getFirst().facts();
    boolean reference = !mine.bankReference().isEmpty() && mine.bankReference().equals(theirs.bankReference());
    return mine.currency().equals(theirs.currency()) && mine.reversal() == theirs.reversal() && mine.daysFrom(theirs) <= (reference ? 10 : 1);
  }
}
