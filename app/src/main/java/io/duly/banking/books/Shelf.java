package io.duly.banking.books;

import io.duly.banking.books.Candidate.Bar;
import io.duly.banking.statement.StatementKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The statements known of one account, and how they hang together: each follows the one that closes with what it opens
 * with, or repeats a part of an earlier one. The order in which they came does not matter. Pure.
 */
public final class Shelf {
  private static final Comparator<Head> BY_DAY =
      Comparator.comparing(Head::ends).thenComparing(Head::begins).thenComparing(head -> head.number().orElse("")).thenComparing(head -> head.page().orElse(0));

  private static final int DAYS_BETWEEN_SOURCES = 10;

  private final List<Head> heads = new ArrayList<>();
  /** Those that are chained by balances, by their last day. */
  private final NavigableMap<LocalDate, List<Head>> chain = new TreeMap<>();
  /** Of a statement, those that have payments in common with it. */
  private final Map<UUID, Set<UUID>> common = new HashMap<>();
  /** Of a statement, the one before it though something is missing between. */
  private final Map<UUID, UUID> bridges = new HashMap<>();

  void add(Head head) {
    heads.add(head);
    if (head.chained()) {
      chain.computeIfAbsent(head.ends(), _ -> new ArrayList<>(1)).add(head);
    }
  }

  /** Notes that two statements have payments in common. */
  void overlap(UUID one, UUID other) {
    common.computeIfAbsent(one, _ -> new HashSet<>()).add(other);
    common.computeIfAbsent(other, _ -> new HashSet<>()).add(one);
  }

  /** Notes that what is missing between them will never come. */
  void bridge(UUID before, UUID after) {
    bridges.put(after, before);
  }

  /** Whether they have payments in common. */
  boolean share(Head one, Head other) {
    return common.getOrDefault(one.id(), Set.of()).contains(other.id());
  }

  public List<Head> heads() {
    return heads;
  }

  boolean knows(Head head) {
    return heads.stream().anyMatch(head::saysTheSame);
  }

  /** The chained statement that this one, itself on the shelf or not, follows or partly repeats; several where they are pages of a day. */
  List<Head> before(Head head) {
    var before = new ArrayList<Head>();
    chain.getOrDefault(head.ends(), List.of()).stream().filter(head::opensWhere).forEach(before::add);
    nearest(head).stream().filter(head::opensWhere).forEach(before::add);
    for (var id : common.getOrDefault(head.id(), Set.of())) {
      heads.stream().filter(other -> other.id().equals(id) && other.chained() && earlier(other, head)).forEach(before::add);
    }
    heads.stream().filter(other -> other.id().equals(bridges.get(head.id()))).forEach(before::add);
    return before;
  }

  /** The last day on which a statement ended before this one began. */
  private List<Head> nearest(Head head) {
    var last = head.begins().isBefore(head.ends()) ? head.begins() : head.ends().minusDays(1);
    return Optional.ofNullable(chain.floorEntry(last)).map(Map.Entry::getValue).orElse(List.of());
  }

  private static boolean earlier(Head one, Head other) {
    int days = Comparator.comparing(Head::begins).thenComparing(Head::ends).compare(one, other);
    return days < 0 || days == 0 && one.id().compareTo(other.id()) < 0;
  }

  /** Those that may tell of payments that the new one tells of too. */
  List<Head> mayShare(Head head) {
    boolean booked = head.kind() == StatementKind.BOOKED;
    return heads.stream()
        .filter(other -> other.kind() != StatementKind.INTRADAY && !other.otherPageOf(head))
        .filter(other -> other.near(head, booked && other.kind() == StatementKind.BOOKED ? 0 : DAYS_BETWEEN_SOURCES))
        .toList();
  }

  /** How much must agree before a payment of the one counts as a payment of the other. */
  static Bar bar(Head head, Head other) {
    boolean beside = other.opensWhere(head) || head.opensWhere(other);
    if (head.kind() != other.kind()) {
      return Bar.SOURCES;
    }
    if (head.kind() == StatementKind.ADVICE || head.kind() == StatementKind.BOOKED && beside) {
      return Bar.REFERENCE;
    }
    return head.format().equals(other.format()) ? Bar.WORDING : Bar.SOURCES;
  }

  /** What is missing before a chained statement; nothing where it follows, or is the first of all. */
  public Optional<Missing> missingBefore(Head head) {
    if (!head.chained() || chain.headMap(head.ends(), false).isEmpty() || !before(head).isEmpty()) {
      return Optional.empty();
    }
    var last = Optional.of(nearest(head)).filter(some -> !some.isEmpty()).orElseGet(() -> chain.headMap(head.ends(), false).lastEntry().getValue());
    var closest = lastOf(last);
    return Optional.of(new Missing(closest, head, head.opening().orElseThrow() - closest.closing().orElseThrow()));
  }

  /** Of several statements of a day the one that none of the others follows. */
  private static Head lastOf(List<Head> day) {
    var sorted = day.stream().sorted(BY_DAY.reversed()).toList();
    return sorted.stream().filter(one -> day.stream().noneMatch(other -> other.opensWhere(one))).findFirst().orElse(sorted.getFirst());
  }

  /** Every gap, the oldest first. */
  public List<Missing> gaps() {
    return chain.values().stream().flatMap(Collection::stream).flatMap(head -> missingBefore(head).stream()).toList();
  }

  /**
   * Up to which day everything is known: along the unbroken chain from the first statement that was taken in, and by
   * downloads and statements that have no balances.
   */
  Optional<LocalDate> knownTo() {
    var loose = heads.stream().filter(head -> head.kind() == StatementKind.DOWNLOAD || head.kind() == StatementKind.BOOKED && !head.chained());
    var chained = reached();
    return Stream.concat(loose, chained.stream()).map(Head::ends).filter(day -> day.isAfter(LocalDate.MIN)).max(Comparator.naturalOrder());
  }

  private Set<Head> reached() {
    var all = chain.values().stream().flatMap(Collection::stream).sorted(BY_DAY).toList();
    var reached = new HashSet<Head>();
    all.stream().min(Comparator.comparing(Head::takenAt).thenComparing(Head::ends)).ifPresent(reached::add);
    for (int before = 0; before < reached.size(); ) {
      before = reached.size();
      all.stream().filter(head -> before(head).stream().anyMatch(reached::contains)).forEach(reached::add);
    }
    return reached;
  }
}
