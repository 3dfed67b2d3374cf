package io.duly.portal;

import io.duly.correspondence.sending.AtOnce;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Sends codes and links behind the page that asked for them, so that the answer takes as long whether there was somebody to send
 * to or not. What waits is in memory only; where the process ends, the debtor asks again.
 */
@Component
final class DoorMail implements DisposableBean {
  private static final Logger LOG = LoggerFactory.getLogger(DoorMail.class);
  private static final int AT_ONCE = 4;
  private static final int WAITING = 200;
  private static final Duration TO_FINISH = Duration.ofSeconds(5);

  private final AtOnce sender;
  private final ThreadPoolExecutor hands =
      new ThreadPoolExecutor(AT_ONCE, AT_ONCE, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING), Thread.ofPlatform().daemon().name("portal-codes").factory());

  DoorMail(AtOnce sender) {
    this.sender = sender;
    hands.allowCoreThreadTimeOut(true);
  }

  /** Returns at once; where too much waits already it is left out, and the debtor asks again. */
  void send(AtOnce.To to, UUID id, String subject, String words) {
    try {
      hands.execute(() -> {
        if (!sender.send(to, id, subject, words)) {
          LOG.warn("Nobody took the code or link {}", id);
        }
      });
    } catch (java.util.concurrent.RejectedExecutionException full) {
      LOG.warn("Too many codes and links wait; {} was left out", id);
    }
  }

  @Override
  public void destroy() throws InterruptedException {
    hands.shutdown();
    if (!hands.awaitTermination(TO_FINISH.toMillis(), TimeUnit.MILLISECONDS)) {
      hands.shutdownNow();
    }
  }
}
