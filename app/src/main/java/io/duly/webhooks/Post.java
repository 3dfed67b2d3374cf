package io.duly.webhooks;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Sends one event and looks at the status of the answer; its body is not read. Follows no redirect, keeps no cookie, uses no proxy
 * (a proxy would resolve names by itself), connects anew each time and only where {@link Destinations} says. All in all it takes 15
 * seconds at most.
 */
@Component
final class Post implements DisposableBean {
  private static final Timeout TO_CONNECT = Timeout.ofSeconds(5);
  private static final Timeout TO_ANSWER = Timeout.ofSeconds(10);
  private static final Duration IN_ALL = Duration.ofSeconds(15);

  private final CloseableHttpClient client;
  private final ScheduledExecutorService alarm = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("webhooks-alarm").factory());
  private final Duration inAll;

  @Autowired
  Post(Destinations destinations) {
    this(destinations, IN_ALL);
  }

  Post(Destinations destinations, Duration inAll) {
    this.inAll = inAll;
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(destinations)
            .setMaxConnPerRoute(50)
            .setMaxConnTotal(200)
            .setDefaultConnectionConfig(ConnectionConfig.custom().setConnectTimeout(TO_CONNECT).setSocketTimeout(TO_ANSWER).build())
            .build();
    client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setConnectionReuseStrategy((_, _, _) -> false)
            .setDefaultRequestConfig(RequestConfig.custom().setResponseTimeout(TO_ANSWER).setConnectionRequestTimeout(TO_CONNECT).build())
            .setUserAgent("Duly")
            .disableRedirectHandling()
            .disableAutomaticRetries()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableContentCompression()
            .build();
  }

  Answer send(Claimed event, Instant now) {
    var body = Body.of(event);
    var request = new HttpPost(URI.create(event.url()));
    request.setHeader("webhook-id", event.id());
    request.setHeader("webhook-timestamp", now.getEpochSecond());
    request.setHeader("webhook-signature", event.secrets().stream().map(secret -> secret.sign(event.id().toString(), now, body)).collect(Collectors.joining(" ")));
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    var late = new AtomicBoolean();
    var over = alarm.schedule(() -> {
      late.set(true);
      request.cancel();
    }, inAll.toMillis(), TimeUnit.MILLISECONDS);
    try (var response = client.executeOpen(null, request, null)) {
      return answer(response);
    } catch (IOException failed) {
      return Answer.failed(late.get() ? "timeout" : trouble(failed));
    } finally {
      over.cancel(false);
    }
  }

  private static Answer answer(ClassicHttpResponse response) {
    int status = response.getCode();
    return switch (status) {
      case 410 -> new Answer.Gone();
      default -> status / 100 == 2 ? new Answer.Taken(status) : new Answer.Failed(Optional.of(status), "status", wait(response));
    };
  }

  private static Optional<Duration> wait(ClassicHttpResponse response) {
    return Optional.ofNullable(response.getFirstHeader(HttpHeaders.RETRY_AFTER))
        .map(header -> String.valueOf(header.getValue()))
        .filter(value -> value.matches("\\d{1,9}"))
        .map(value -> Patience.bounded(Duration.ofSeconds(Long.parseLong(value))));
  }

  private static String trouble(IOException failed) {
    return switch (failed) {
      case Inside _ -> "inside";
      case UnknownHostException _ -> "unknown-host";
      case SSLException _ -> "tls";
      case SocketTimeoutException _ -> "timeout";
      case ConnectException _ -> "refused";
      default -> "broken";
    };
  }

  @Override
  public void destroy() throws IOException {
    alarm.shutdownNow();
    client.close();
  }
}
