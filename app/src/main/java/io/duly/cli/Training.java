package io.duly.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Opens the pages once, so that the cache of loaded classes knows what serving them takes. */
final class Training {
  private static final List<String> PAGES = List.of("sign-in", "assets/desk.css");

  private Training() {}

  static void openEveryPage(DeskServer server) throws InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      for (var page : PAGES) {
        var request = HttpRequest.newBuilder(URI.create(server.url() + page)).build();
        client.send(request, HttpResponse.BodyHandlers.discarding());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
