package io.duly.intake.job;

import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Takes in what waits as long as the server runs. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "duly.intake.by-itself", matchIfMissing = true)
final class JobWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(JobWorker.class);
  private static final long SECONDS_TO_FINISH = 10;

  private final JobRunner runner;
  private @Nullable ScheduledExecutorService hand;
  private @Nullable ScheduledFuture<?> turns;

  JobWorker(JobRunner runner) {
    this.runner = runner;
  }

  @Override
  public void start() {
    var started = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("intake").factory());
    turns = started.scheduleWithFixedDelay(this::work, 1, 1, TimeUnit.SECONDS);
    hand = started;
  }

  private void work() {
    try {
      runner.runAll();
    } catch (SQLException | DataAccessException unreachable) {
      LOG.warn("The files that wait could not be looked at: {}", unreachable.getMessage());
    }
  }

  /** A file that is not done by then stays as it is: the next server that starts takes it in again. */
  @Override
  public void stop() {
    if (turns != null && hand != null) {
      turns.cancel(false);
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
