package io.duly.cli;

import io.duly.DulyApplication;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application without its pages, opened for one command. */
final class Opened implements Facades, AutoCloseable {
  private final ConfigurableApplicationContext context;

  private Opened(ConfigurableApplicationContext context) {
    this.context = context;
  }

  static Opened application() {
    return new Opened(
        new SpringApplicationBuilder(DulyApplication.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .logStartupInfo(false)
            .lazyInitialization(true)
            .run());
  }

  @Override
  public <T> T the(Class<T> facade) {
    return context.getBean(facade);
  }

  @Override
  public void close() {
    context.close();
  }
}
