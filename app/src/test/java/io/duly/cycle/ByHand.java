package io.duly.cycle;

import com.zaxxer.hikari.HikariDataSource;
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
    var assembly = Assembly.over(pool, ArrivalsAlone.arrivals(), home, Clock.systemUTC(), workers, debtorsPerChunk);
    cycle = assembly.cycle();
    replay = assembly.replay();
  }

  @Override
  public void close() {
    pool.close();
  }
}
