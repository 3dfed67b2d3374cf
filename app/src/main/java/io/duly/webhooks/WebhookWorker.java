package io.duly.webhooks;

import io.duly.rounds.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Tells what is due as long as the server runs, and forgets once an hour what was told long ago. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "duly.webhooks.by-itself", matchIfMissing = true)
final class WebhookWorker implements SmartLifecycle {
  private static final Duration BETWEEN = Duration.ofSeconds(2);
  private static final Duration TO_FINISH = Duration.ofSeconds(20);
  private static final Duration CLEANED_EVERY = Duration.ofHours(1);

  private final Delivering telling;
  private final Forgetting forgetting;
  private final InstantSource clock;
  private final Rounds rounds = new Rounds("webhooks", BETWEEN, TO_FINISH);
  private Instant cleaned = Instant.EPOCH;

  WebhookWorker(Delivering telling, Forgetting forgetting, InstantSource clock) {
    this.telling = telling;
    this.forgetting = forgetting;
    this.clock = clock;
  }

  @Override
  public void start() {
    rounds.start(this::round);
  }

  private void round(AtomicBoolean enough) throws InterruptedException, ExecutionException {
    telling.round(enough);
    if (cleaned.plus(CLEANED_EVERY).isBefore(clock.instant())) {
      cleaned = clock.instant();
      forgetting.clean(cleaned);
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
