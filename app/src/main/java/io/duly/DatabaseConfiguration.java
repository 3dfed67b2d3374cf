package io.duly;

import com.zaxxer.hikari.HikariDataSource;
import io.duly.database.Database;
import io.duly.kernel.IdSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jooq.autoconfigure.DefaultConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The edge: where the database is, and the one clock. */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  @Bean
  Database database(@Value("${duly.database-url:}") String url, @Value("${duly.home}") Path home) {
    return Database.open(Optional.of(url).filter(text -> !text.isBlank()), home);
  }

  @Bean
  DataSource dataSource(Database database) {
    var pool = new HikariDataSource();
    pool.setJdbcUrl(database.app().url());
    pool.setUsername(database.app().user());
    pool.setPassword(database.app().password());
    pool.setConnectionInitSql(database.connectionStart());
    pool.addDataSourceProperty("logServerErrorDetail", "false"); // the details repeat what is in the row
    pool.setMaximumPoolSize(24);
    pool.setMinimumIdle(2);
    pool.setPoolName("duly");
    return pool;
  }

  @Bean
  DefaultConfigurationCustomizer quietJooq() {
    return configuration -> configuration.settings().withRenderFormatted(false).withExecuteLogging(false);
  }

  /** Its days are those of this machine's calendar, for commands, pages and the watched folder alike. */
  @Bean
  Clock clock() {
    return Clock.system(ZoneId.systemDefault());
  }

  @Bean
  IdSource idSource(Clock clock) {
    return IdSource.of(clock);
  }
}
