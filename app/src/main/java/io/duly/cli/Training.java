package io.duly.cli;

import io.duly.cycle.Benchmark;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * What a new build does once, so that the cache of loaded classes knows what serving pages takes, and which of it is used so
 * often that it is to be compiled soon after a start.
 */
final class Training {
  private static final List<String> PAGES = List.of("sign-in", "assets/desk.css");
  private static final int DEBTORS = 300;
  private static final int INVOICES = 1200;
  private static final int USERS = 4;
  private static final Duration LENGTH = Duration.ofSeconds(15);

  private Training() {}

  /** Opens the pages that anybody may see, then lets a few users work in a small portfolio that is made for it. */
  static void day(DeskServer server) throws Exception {
    open(server);
    try (var database = server.the(Benchmark.class).worked("duly_training", Today.of(server.the(Clock.class)), DEBTORS, INVOICES)) {
      BusyDesk.of(USERS, "duly.database-url=" + database.address()).with(load -> load.warm(LENGTH));
    }
  }

  private static void open(DeskServer server) throws IOException, InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      for (var page : PAGES) {
        client.send(HttpRequest.newBuilder(URI.create(server.url() + page)).build(), HttpResponse.BodyHandlers.discarding());
      }
    }
  }
}
