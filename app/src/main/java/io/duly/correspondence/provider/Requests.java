package io.duly.correspondence.provider;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.ResponseInfo;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Asks a provider to deliver. Each request has a connection of its own, so that no answer can be taken for another's; none
 * is repeated, and no redirection followed.
 */
public final class Requests {
  private static final int LONGEST_ANSWER = 256 * 1024;

  private Requests() {}

  /** Asks once, and waits as long as the provider's patience. */
  public static Heard ask(Provider provider, Delivery delivery) {
    var body = RequestBody.of(provider.shape(), delivery);
    var given = new LastByte(body.bytes());
    var head = new AtomicReference<Optional<ResponseInfo>>(Optional.empty());
    var client = client(provider);
    try {
      var answer = client.sendAsync(request(provider, delivery, body, given), info -> { head.set(Optional.of(info)); return limited(info); });
      return meaning(provider, answer.get(provider.patience().toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException broken) {
      return head.get().map(info -> cut(provider, info)).orElseGet(() -> silence(given, broken));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return head.get().map(info -> cut(provider, info)).orElseGet(() -> silence(given, stopped));
    } finally {
      client.shutdownNow();
    }
  }

  private static HttpClient client(Provider provider) {
    var client = HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).connectTimeout(provider.patience());
    provider.trust().ifPresent(client::sslContext);
    return client.build();
  }

  private static HttpRequest request(Provider provider, Delivery delivery, RequestBody body, LastByte given) {
    var shape = provider.shape();
    var request = HttpRequest.newBuilder(provider.endpoint()).POST(given).header("Content-Type", body.mediaType()).header("Accept", "application/json");
    shape.headers().forEach((name, value) -> request.header(name, Blanks.fill(value, delivery.values())));
    var secrets = provider.secrets();
    switch (shape.signIn()) {
      case Shape.SignIn.Nobody _ -> {}
      case Shape.SignIn.Basic _ -> request.header("Authorization", "Basic " + base64(secrets.user() + ":" + secrets.password()));
      case Shape.SignIn.Token(var header, var prefix) -> request.header(header, prefix + secrets.token());
    }
    return request.build();
  }

  private static HttpResponse.BodySubscriber<byte[]> limited(ResponseInfo info) {
    return BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER).apply(info);
  }

  private static Heard meaning(Provider provider, HttpResponse<byte[]> answer) {
    return new Answered(provider.shape().reading(), answer.statusCode(), answer.headers(), Optional.of(answer.body())).meaning();
  }

  /** The status came, the rest of the answer did not. */
  private static Heard cut(Provider provider, ResponseInfo head) {
    return new Answered(provider.shape().reading(), head.statusCode(), head.headers(), Optional.empty()).meaning();
  }

  /** Without a word of the provider: what counts is whether it may have the whole request. */
  private static Heard silence(LastByte given, Exception broken) {
    return given.wasGiven()
        ? new Heard.Silence("no answer to the request: " + why(broken), false)
        : new Heard.Later("the request did not get through: " + why(broken), true, Duration.ZERO);
  }

  private static String why(Exception broken) {
    var cause = broken.getCause() instanceof IOException said ? said : broken;
    return switch (cause) {
      case TimeoutException _ -> "it took too long";
      case ConnectException _ -> "the server cannot be reached";
      default -> Optional.ofNullable(cause.getMessage()).orElse(cause.getClass().getSimpleName());
    };
  }

  private static String base64(String words) {
    return Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
  }
}
