package io.duly.correspondence.sending;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends what is due as long as the server runs. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "duly.sending.by-itself", matchIfMissing = true)
final class SendingWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(SendingWorker.class);
  private static final long SECONDS_BETWEEN_ROUNDS = 10;
  private static final long SECONDS_TO_FINISH = 30;

  private final Dispatcher dispatcher;
  private final AtomicBoolean enough = new AtomicBoolean();
  private @Nullable ScheduledExecutorService hand;

  SendingWorker(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  @Override
  public void start() {
    enough.set(false);
    var started = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("sending").factory());
    var _ = started.scheduleWithFixedDelay(this::round, SECONDS_BETWEEN_ROUNDS, SECONDS_BETWEEN_ROUNDS, TimeUnit.SECONDS);
    hand = started;
  }

  /** Whatever went wrong with one round, the next is tried: what was under way is found uncertain by then. */
  private void round() {
    try {
      dispatcher.work(enough).troubles().forEach(trouble -> LOG.warn("Sending: {}", trouble));
    } catch (SQLException | RuntimeException failed) {
      LOG.error("A round of sending failed: {}", failed.getClass().getName(), failed);
    }
  }

  /** The message under way is finished; no further one is begun. */
  @Override
  public void stop() {
    enough.set(true);
    if (hand != null) {
      hand.shutdown();
      try {
        hand.awaitTermination(SECONDS_TO_FINISH, TimeUnit.SECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      hand = null;
    }
  }

  @Override
  public boolean isRunning() {
    return hand != null;
  }
}
