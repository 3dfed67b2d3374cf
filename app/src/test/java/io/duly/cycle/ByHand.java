package io.duly.cycle;

import com.zaxxer.hikari.HikariDataSource;
import io.duly.correspondence.Contacts;
import io.duly.correspondence.Outbox;
import io.duly.journal.Journal;
import io.duly.kernel.IdSource;
import java.nio.file.Path;
import java.time.Clock;

/** The cycle put together without the application, so that a test or a process that is killed starts at once. */
final class ByHand implements AutoCloseable {
  final DailyCycle cycle;
  final Replay replay;
  private final HikariDataSource pool = new HikariDataSource();

  ByHand(String url, Path home, int workers, int debtorsPerChunk) {
    pool.setJdbcUrl(url);
    pool.setConnectionInitSql("set role duly_app");
    pool.setMaximumPoolSize(workers + 2);
    pool.setMinimumIdle(0);
    var clock = Clock.systemUTC();
    var ids = IdSource.of(clock);
    var journal = new Journal();
    var outbox = new Outbox(new Contacts(), journal, ids);
    var transactions = new Transactions(pool);
    var conclusions = new Conclusions(outbox, journal, ids);
    var crew = new Crew(transactions, new Days(), new PolicyShelf(home), conclusions, clock, workers, debtorsPerChunk);
    cycle = new DailyCycle(crew);
    replay = new Replay(crew, transactions, outbox, clock);
  }

  @Override
  public void close() {
    pool.close();
  }
}
