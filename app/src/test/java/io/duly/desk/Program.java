package io.duly.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.identity.ApiTokens;
import io.duly.identity.By;
import io.duly.identity.Person;
import io.duly.identity.TokenScope;
import io.duly.kernel.CreditorId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that works in a person's name. */
final class Program implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  final String token;
  private final String url;
  private final HttpClient client = HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

  private Program(Desk desk, String token) {
    this.url = desk.url();
    this.token = token;
  }

  /** With all that the person may. */
  static Program of(Desk desk, Person person) {
    return of(desk, person, EnumSet.copyOf(TokenScope.of(person.role())));
  }

  static Program of(Desk desk, Person person, Set<TokenScope> scopes, CreditorId... creditors) {
    var limited = creditors.length == 0 ? Optional.<List<CreditorId>>empty() : Optional.of(List.of(creditors));
    var wish = new ApiTokens.Wish("test", scopes, limited, ApiTokens.USUAL);
    return new Program(desk, desk.application.getBean(ApiTokens.class).make(person, wish, By.DULY).text());
  }

  static Program with(Desk desk, String token) {
    return new Program(desk, token);
  }

  /** An answer. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      return JSON.readTree(response.body());
    }

    /** It was done. */
    Answer good() {
      assertThat(status()).as(response.uri() + " " + response.body()).isBetween(200, 299);
      return this;
    }

    /** It was not done, for a reason in which these words stand. */
    Answer refused(int status, String... words) {
      assertThat(status()).as(response.uri() + " " + response.body()).isEqualTo(status);
      assertThat(header("Content-Type")).startsWith("application/problem+json");
      assertThat(List.of(words)).allSatisfy(word -> assertThat(response.body()).contains(word));
      return this;
    }

    String problem() {
      return header("Content-Type").startsWith("application/problem+json") ? json().get("type").asString().replace("urn:duly:problem:", "") : "no problem: " + response.body();
    }
  }

  Answer get(String path, String... headers) {
    return send(request(path, headers).GET());
  }

  Answer post(String path, String json, String... headers) {
    return postWith(UUID.randomUUID().toString(), path, json, headers);
  }

  /** Changes what it has just read. */
  Answer change(String read, String path, String json) {
    return post(path, json, "If-Match", get(read).good().header("ETag"));
  }

  Answer postWith(String key, String path, String json, String... headers) {
    return send(request(path, headers).header("Content-Type", "application/json").header("Idempotency-Key", key).POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  Answer send(String method, String path, String body, String... headers) {
    return send(request(path, headers).method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  /** A file, as the body itself. */
  Answer file(String path, byte[] body, String type, String... headers) {
    return send(request(path, headers).header("Content-Type", type).header("Idempotency-Key", UUID.randomUUID().toString()).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  Answer sendBytes(String path, byte[] body, String... headers) {
    return send(request(path, headers).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
  }

  private HttpRequest.Builder request(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(url + path));
    if (!token.isEmpty()) {
      request.header("Authorization", "Bearer " + token);
    }
    for (int at = 0; at < headers.length; at += 2) {
      request.header(headers[at], headers[at + 1]);
    }
    return request;
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
