package io.duly.portal;

import io.duly.agreements.PaymentNotices;
import io.duly.cases.Recorded;
import io.duly.rounds.Rounds;
import java.time.Duration;
import java.time.InstantSource;
import org.jooq.DSLContext;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks again and again whether what debtors say they have sent has come, as long as the server runs. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "duly.portal.by-itself", matchIfMissing = true)
final class NoticeWorker implements SmartLifecycle {
  private static final Duration BETWEEN = Duration.ofMinutes(2);
  private static final Duration TO_FINISH = Duration.ofSeconds(20);

  private final PaymentNotices notices;
  private final Today today;
  private final DSLContext dsl;
  private final TransactionTemplate transaction;
  private final InstantSource clock;
  private final Rounds rounds = new Rounds("payment-notices", BETWEEN, TO_FINISH);

  NoticeWorker(PaymentNotices notices, Today today, DSLContext dsl, PlatformTransactionManager transactions, InstantSource clock) {
    this.notices = notices;
    this.today = today;
    this.dsl = dsl;
    this.transaction = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  @Override
  public void start() {
    rounds.start(_ -> look());
  }

  private void look() {
    transaction.executeWithoutResult(_ -> {
      var day = today.in(dsl);
      notices.look(dsl, day, Recorded.by(Recorded.DULY, day, clock.instant()));
    });
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
