package io.duly.cli;

import io.duly.DulyApplication;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/** The application with its pages, serving on a port of this machine. */
final class DeskServer implements Facades, AutoCloseable {
  private final ConfigurableApplicationContext context;
  private final CountDownLatch end = new CountDownLatch(1);

  private DeskServer(ConfigurableApplicationContext context) {
    this.context = context;
    context.addApplicationListener((ApplicationListener<ContextClosedEvent>) _ -> end.countDown());
  }

  /**
   * @param port 0 for a free one
   * @param settings as {@code name=value}, beside those of the environment
   * @throws CannotDo where another program has the port
   */
  static DeskServer start(int port, String... settings) {
    try {
      return new DeskServer(
          new SpringApplicationBuilder(DulyApplication.class)
              .web(WebApplicationType.SERVLET)
              .bannerMode(Banner.Mode.OFF)
              .logStartupInfo(false)
              .run(Stream.concat(Stream.of("server.port=" + port), Stream.of(settings)).map(one -> "--" + one).toArray(String[]::new)));
    } catch (PortInUseException taken) {
      throw new CannotDo(
          "Port " + port + " is taken by another program. Choose another one with --port, or 0 for any.");
    }
  }

  /** Where it is reached from this machine. */
  String url() {
    return "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port") + "/";
  }

  @Override
  public <T> T the(Class<T> facade) {
    return context.getBean(facade);
  }

  void awaitEnd() throws InterruptedException {
    end.await();
  }

  @Override
  public void close() {
    context.close();
  }
}
