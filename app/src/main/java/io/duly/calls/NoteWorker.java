package io.duly.calls;

import io.duly.rounds.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
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
  private final Rounds rounds = new Rounds("notes", Duration.ofMinutes(1), Duration.ofSeconds(10));

  NoteWorker(NoteChase chase, DSLContext dsl, PlatformTransactionManager transactions, Clock clock) {
    this.chase = chase;
    this.dsl = dsl;
    this.working = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public void start() {
    rounds.start(this::round);
  }

  private void round(AtomicBoolean enough) {
    int chased = working.execute(_ -> chase.chase(dsl, LocalDate.now(clock), clock.instant()));
    if (chased > 0) {
      LOG.info("{} calls were left without a note; their callers are asked", chased);
    }
  }

  @Override
  public void stop() {
    rounds.stop();
  }

  @Override
  public boolean isRunning() {
    return rounds.isRunning();
  }
}
