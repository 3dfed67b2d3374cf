package io.duly.intake.job;

import io.duly.rounds.Rounds;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Takes in what waits as long as the server runs, and looks into the watched folder now and then. A file that is not done when
 * the server stops stays as it is: the next server that starts takes it in again.
 */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "duly.intake.by-itself", matchIfMissing = true)
final class JobWorker implements SmartLifecycle {
  private static final Duration BETWEEN = Duration.ofSeconds(1);
  private static final Duration TO_FINISH = Duration.ofSeconds(10);
  private static final int ROUNDS_BETWEEN_LOOKS = 5;

  private final JobRunner runner;
  private final Inbox inbox;
  private final Rounds rounds = new Rounds("intake", BETWEEN, TO_FINISH);
  private int nth;

  JobWorker(JobRunner runner, Inbox inbox) {
    this.runner = runner;
    this.inbox = inbox;
  }

  @Override
  public void start() {
    rounds.start(this::round);
  }

  private void round(AtomicBoolean enough) throws IOException, SQLException {
    runner.runAll();
    if (nth++ % ROUNDS_BETWEEN_LOOKS == 0 && !enough.get()) {
      inbox.look();
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
