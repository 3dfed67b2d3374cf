package io.duly.calls;

import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks every minute for calls whose notes are missing, as long as the server runs. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "duly.calls.by-itself", matchIfMissing = true)
final class NoteWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(NoteWorker.class);

  private final NoteChase chase;
  private final DSLContext dsl;
  private final TransactionTemplate working;
  private final Clock clock;
  private @Nullable ScheduledExecutorService hand;

  NoteWorker(NoteChase chase, DSLContext dsl, PlatformTransactionManager transactions, Clock clock) {
    this.chase = chase;
    this.dsl = dsl;
    this.working = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public void start() {
    var started = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("notes").factory());
    var _ = started.scheduleWithFixedDelay(this::round, 1, 1, TimeUnit.MINUTES);
    hand = started;
  }

  private void round() {
    try {
      int chased = working.execute(_ -> chase.chase(dsl, LocalDate.now(clock), clock.instant()));
      if (chased > 0) {
        LOG.info("{} calls were left without a note; their callers are asked", chased);
      }
    } catch (RuntimeException failed) {
      LOG.error("Looking for missing notes failed: {}", failed.getClass().getName(), failed);
    }
  }

  @Override
  public void stop() {
    if (hand != null) {
      hand.shutdown();
      hand = null;
    }
  }

  @Override
  public boolean isRunning() {
    return hand != null;
  }
}
