package io.duly.correspondence.sending;

import com.zaxxer.hikari.HikariDataSource;
import io.duly.identity.SealingKey;
import io.duly.kernel.IdSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What sends, over a database, without the rest of the application: so that a process that is killed starts at once. */
public final class Office implements AutoCloseable {
  private static final String[] MODULES = {
    "io.duly.journal", "io.duly.parties", "io.duly.ledger", "io.duly.cases", "io.duly.hardship", "io.duly.agreements", "io.duly.account", "io.duly.charging",
    "io.duly.correspondence", "io.duly.invitations", "io.duly.cycle"
  };

  private final HikariDataSource pool = new HikariDataSource();
  private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

  /** Opens one that sends nothing. */
  public Office(String jdbc, Clock clock) {
    this(jdbc, clock, Map.of(), Patience.STANDARD);
  }

  /**
   * Opens it.
   *
   * @param jdbc address of the database
   * @param environment with the mail servers
   */
  Office(String jdbc, Clock clock, Map<String, String> environment, Patience patience) {
    pool.setJdbcUrl(jdbc);
    pool.setConnectionInitSql("set role duly_app");
    pool.setMaximumPoolSize(4);
    pool.setMinimumIdle(0);
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", Map.of("duly.home", Path.of("target/test-home").toString())));
    context.registerBean(Clock.class, () -> clock);
    context.registerBean(IdSource.class, () -> IdSource.of(Clock.systemUTC()));
    context.registerBean(DataSource.class, () -> pool);
    context.registerBean("ways", Ways.class, () -> new Ways(environment));
    context.registerBean("patience", Patience.class, () -> patience);
    context.addBeanFactoryPostProcessor(
        factory -> {
          for (var name : factory.getBeanDefinitionNames()) {
            factory.getBeanDefinition(name).setLazyInit(true);
          }
        });
    context.register(SealingKey.class);
    context.scan(MODULES);
    context.refresh();
  }

  public <T> T the(Class<T> type) {
    return context.getBean(type);
  }

  @Override
  public void close() {
    context.close();
    pool.close();
  }
}
