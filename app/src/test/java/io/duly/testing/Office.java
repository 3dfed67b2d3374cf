package io.duly.testing;

import org.springframework.context.ConfigurableApplicationContext;

/** A fresh database with the application over it, for the length of a test class. */
public final class Office implements AutoCloseable {
  private final TestDatabase database = TestDatabase.fresh();
  private final ConfigurableApplicationContext application = database.application("spring.main.lazy-initialization=true");

  /** A facade. */
  public <T> T the(Class<T> facade) {
    return application.getBean(facade);
  }

  public TestDatabase database() {
    return database;
  }

  @Override
  public void close() {
    application.close();
    database.close();
  }
}
