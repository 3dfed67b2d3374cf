package io.duly.correspondence.reply;

import io.duly.correspondence.sending.WrongConfiguration;
import io.duly.rounds.Rounds;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks into the mailbox every minute as long as the server runs; after 1, 2, 4 … 15 minutes where a look failed. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "duly.replies.by-itself", matchIfMissing = true)
final class MailboxWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(MailboxWorker.class);
  private static final Duration BETWEEN = Duration.ofMinutes(1);
  private static final Duration TO_FINISH = Duration.ofSeconds(30);
  private static final int MOST_SKIPPED = 15;

  private final MailboxWatch watch;
  private final Rounds rounds = new Rounds("mailbox", BETWEEN, TO_FINISH);
  private int failures;
  private int skip;

  MailboxWorker(MailboxWatch watch) {
    this.watch = watch;
  }

  @Override
  public void start() {
    rounds.start(this::round);
  }

  private void round(AtomicBoolean enough) throws SQLException {
    if (skip-- > 0 || !watch.isConfigured()) {
      return;
    }
    boolean looked = false;
    try {
      watch.look().trouble().ifPresentOrElse(this::failed, () -> failures = 0);
      looked = true;
    } catch (WrongConfiguration wrong) {
      failed(String.valueOf(wrong.getMessage()));
      looked = true;
    } finally {
      if (!looked) {
        failed("it failed");
      }
    }
  }

  private void failed(String why) {
    skip = Math.min(MOST_SKIPPED, 1 << Math.min(failures++, 4)) - 1;
    LOG.warn("Mailbox: {}", why);
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
