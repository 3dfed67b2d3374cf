package io.duly.desk.worklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * How much lies on a worklist.
 *
 * @param heaps one for each kind of work and currency
 */
public record Tally(List<Heap> heaps) {

  /** @param open what is owed in these cases, minor units */
  public record Heap(Work work, String currency, long cases, long open) {}

  /** @param work empty for everything that is somebody's turn */
  public long cases(Optional<Work> work) {
    return of(work).mapToLong(Heap::cases).sum();
  }

  /** What is owed by currency, in the order of the currencies' codes. */
  public Map<String, Long> open(Optional<Work> work) {
    var sums = new TreeMap<String, Long>();
    of(work).forEach(heap -> sums.merge(heap.currency(), heap.open(), Math::addExact));
    return sums;
  }

  private Stream<Heap> of(Optional<Work> work) {
    return heaps.stream().filter(heap -> work.map(heap.work()::equals).orElse(heap.work() != Work.WAIT));
  }
}
