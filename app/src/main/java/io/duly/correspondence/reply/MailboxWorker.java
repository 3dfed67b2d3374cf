package io.duly.correspondence.reply;

import io.duly.correspondence.sending.WrongConfiguration;
import java.sql.SQLException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks into the mailbox every minute as long as the server runs; less often while it cannot be reached. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "duly.replies.by-itself", matchIfMissing = true)
final class MailboxWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(MailboxWorker.class);
  private static final long SECONDS_BETWEEN_LOOKS = 60;
  private static final long SECONDS_TO_FINISH = 30;
  private static final int MOST_SKIPPED = 15;

  private final MailboxWatch watch;
  private int failures;
  private int skip;
  private @Nullable ScheduledExecutorService hand;

  MailboxWorker(MailboxWatch watch) {
    this.watch = watch;
  }

  @Override
  public void start() {
    var started = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("mailbox").factory());
    var _ = started.scheduleWithFixedDelay(this::look, SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
    hand = started;
  }

  /** Whatever went wrong with one look, another is tried, after 1, 2, 4 … 15 minutes. */
  private void look() {
    if (skip-- > 0) {
      return;
    }
    try {
      if (watch.isConfigured()) {
        watch.look().trouble().ifPresentOrElse(this::failed, () -> failures = 0);
      }
    } catch (WrongConfiguration wrong) {
      failed(String.valueOf(wrong.getMessage()));
    } catch (SQLException | RuntimeException broke) {
      LOG.error("A look into the mailbox failed: {}", broke.getClass().getName(), broke);
      failed("it failed");
    }
  }

  private void failed(String why) {
    skip = Math.min(MOST_SKIPPED, 1 << Math.min(failures++, 4)) - 1;
    LOG.warn("Mailbox: {}", why);
  }

  @Override
  public void stop() {
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
