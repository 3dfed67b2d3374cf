package io.duly.desk.worklist;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One tally: counted again when it is as many times older than its count took, so that counting stays a small part. */
final class KeptTally {
  private static final Logger LOG = LoggerFactory.getLogger(KeptTally.class);
  private static final int AGE_IN_COUNTS = 50;
  private static final Duration WORTH_WAITING = Duration.ofMillis(150);
  private static final Executor BESIDE = Thread::startVirtualThread;

  private final Supplier<Tally> count;
  private final AtomicReference<State> state = new AtomicReference<>(new State(Optional.empty(), 0, Optional.empty()));

  /**
   * @param staleAt by {@link System#nanoTime}
   * @param running the count under way
   */
  private record State(Optional<Tally> known, long staleAt, Optional<CompletableFuture<Tally>> running) {
    boolean stale() {
      return known.isEmpty() || System.nanoTime() - staleAt >= 0;
    }
  }

  KeptTally(Supplier<Tally> count) {
    this.count = count;
  }

  Optional<Tally> now() {
    var seen = state.get();
    if (seen.stale() && seen.running().isEmpty()) {
      begin(seen);
    }
    var now = state.get();
    return now.running().flatMap(KeptTally::soon).or(now::known);
  }

  void age() {
    state.updateAndGet(old -> new State(old.known(), System.nanoTime(), old.running()));
  }

  private void begin(State seen) {
    var result = new CompletableFuture<Tally>();
    if (state.compareAndSet(seen, new State(seen.known(), seen.staleAt(), Optional.of(result)))) {
      BESIDE.execute(() -> run(result));
    }
  }

  private void run(CompletableFuture<Tally> result) {
    long began = System.nanoTime();
    try {
      var tally = count.get();
      long took = System.nanoTime() - began;
      state.set(new State(Optional.of(tally), System.nanoTime() + took * AGE_IN_COUNTS, Optional.empty()));
      result.complete(tally);
    } catch (RuntimeException failure) {
      LOG.error("A worklist could not be counted; its pages go without the count", failure);
      state.updateAndGet(old -> new State(old.known(), System.nanoTime(), Optional.empty()));
      result.completeExceptionally(failure);
    }
  }

  /** What is quickly counted is worth a moment. */
  private static Optional<Tally> soon(CompletableFuture<Tally> running) {
    try {
      return Optional.of(running.get(WORTH_WAITING.toMillis(), TimeUnit.MILLISECONDS));
    } catch (TimeoutException | ExecutionException late) {
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
