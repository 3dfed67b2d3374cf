package io.duly.rounds;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that does something again and again. Whatever goes wrong with one round, the next is tried. When it is stopped it
 * begins no round any more, says so to the one under way, and waits for that.
 */
public final class Rounds {
  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final String name;
  private final Duration between;
  private final Duration patience;
  private final AtomicBoolean enough = new AtomicBoolean();
  private @Nullable ScheduledExecutorService hand;

  /**
   * @param name of the thread
   * @param between the end of one round and the beginning of the next, and before the first
   * @param patience how long the end of the round under way is waited for
   */
  public Rounds(String name, Duration between, Duration patience) {
    this.name = name;
    this.between = between;
    this.patience = patience;
  }

  /** What is done in a round. */
  @FunctionalInterface
  public interface Round {
    /** @param enough turns true when the round should come to its end */
    void work(AtomicBoolean enough) throws Exception;
  }

  public void start(Round round) {
    enough.set(false);
    var started = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name(name).factory());
    var _ = started.scheduleWithFixedDelay(() -> once(round), between.toMillis(), between.toMillis(), TimeUnit.MILLISECONDS);
    hand = started;
  }

  private void once(Round round) {
    try {
      round.work(enough);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (Exception failed) {
      LOG.error("A round of {} failed: {}", name, failed.getClass().getName(), failed);
    }
  }

  public void stop() {
    enough.set(true);
    if (hand != null) {
      hand.shutdown();
      try {
        hand.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      hand = null;
    }
  }

  public boolean isRunning() {
    return hand != null;
  }
}
