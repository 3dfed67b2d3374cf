package io.duly.correspondence.sending;

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

/** Sends what is due as long as the server runs. When it stops, the message under way is finished; no further one is begun. */
@Component
@ConditionalOnWebApplication
@ConditionalOnProperty(name = "duly.sending.by-itself", matchIfMissing = true)
final class SendingWorker implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(SendingWorker.class);
  private static final Duration BETWEEN = Duration.ofSeconds(10);
  private static final Duration BETWEEN_HOUSE_MAILS = Duration.ofSeconds(30);
  private static final Duration TO_FINISH = Duration.ofSeconds(30);

  private final Dispatcher dispatcher;
  private final HouseMailRound house;
  private final Rounds rounds = new Rounds("sending", BETWEEN, TO_FINISH);
  private final Rounds houseRounds = new Rounds("house-mail", BETWEEN_HOUSE_MAILS, TO_FINISH);

  SendingWorker(Dispatcher dispatcher, HouseMailRound house) {
    this.dispatcher = dispatcher;
    this.house = house;
  }

  @Override
  public void start() {
    rounds.start(this::round);
    houseRounds.start(house::round);
  }

  private void round(AtomicBoolean enough) throws SQLException {
    dispatcher.work(enough).troubles().forEach(trouble -> LOG.warn("Sending: {}", trouble));
  }

  @Override
  public void stop() {
    rounds.stop();
    houseRounds.stop();
  }

  @Override
  public boolean isRunning() {
    return rounds.isRunning();
  }
}
