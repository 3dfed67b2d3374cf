package io.duly.intake.job;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
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
  private static final long SECONDS_BETWEEN_LOOKS = 5;

  private final JobRunner runner;
  private final Inbox inbox;
  private @Nullable ScheduledExecutorService hand;
  private List<ScheduledFuture<?>> turns = List.of();

  JobWorker(JobRunner runner, Inbox inbox) {
    this.runner = runner;
    this.inbox = inbox;
  }

  @Override
  public void start() {
    var started = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("intake").factory());
    turns = List.of(
        started.scheduleWithFixedDelay(this::work, 1, 1, TimeUnit.SECONDS),
        started.scheduleWithFixedDelay(this::look, 1, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS));
    hand = started;
  }

  private void work() {
    try {
      runner.runAll();
    } catch (SQLException | DataAccessException unreachable) {
      LOG.warn("The files that wait could not be looked at: {}", unreachable.getMessage());
    }
  }

  private void look() {
    try {
      inbox.look();
    } catch (IOException | DataAccessException unreachable) {
      LOG.warn("The watched folder could not be looked at: {}", unreachable.getMessage());
    }
  }

  /** A file that is not done by then stays as it is: the next server that starts takes it in again. */
  @Override
  public void stop() {
    if (hand != null) {
      turns.forEach(turn -> turn.cancel(false));
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
