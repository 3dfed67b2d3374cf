package io.duly.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A receiver that is slow, talks without end or sends us elsewhere holds nothing up. */
@Tag("P40")
class PostTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

  private final AtomicInteger requests = new AtomicInteger();
  private ServerSocket server;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  }

  @AfterEach
  void close() throws IOException {
    server.close();
  }

  private interface Talk {
    void to(Socket client) throws IOException, InterruptedException;
  }

  /** Answers each connection in its own way, once the request has begun. */
  private void answering(Talk talk) {
    Thread.ofVirtual().start(() -> {
      while (!server.isClosed()) {
        try {
          var client = server.accept();
          Thread.ofVirtual().start(() -> {
            try (client) {
              if (client.getInputStream().read() >= 0) {
                requests.incrementAndGet();
                talk.to(client);
              }
            } catch (IOException | InterruptedException over) {
              Thread.currentThread().interrupt();
            }
          });
        } catch (IOException closed) {
          return;
        }
      }
    });
  }

  private static void say(Socket client, String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    client.getOutputStream().flush();
  }

  private Answer send(String hosts, Duration inAll) throws IOException {
    var event = new Claimed(UUID.randomUUID(), UUID.randomUUID(), "http://127.0.0.1:" + server.getLocalPort() + "/hook", List.of(SigningSecret.random()), "test", NOW, Optional.empty(), 0, Optional.empty());
    var post = new Post(new Destinations(hosts), inAll);
    try {
      return post.send(event, NOW);
    } finally {
      post.destroy();
    }
  }

  @Test
  void anAddressInsideIsNotConnectedToEvenWhereItWasSavedBefore() throws IOException {
    answering(client -> say(client, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
    assertThat(send("", Duration.ofSeconds(5))).isEqualTo(Answer.failed("inside"));
    assertThat(requests).hasValue(0);
  }

  @Test
  void whoNeverAnswersIsGivenUpInTime() throws IOException {
    answering(client -> Thread.sleep(60_000));
    assertThat(send("127.0.0.1", Duration.ofMillis(400))).isEqualTo(Answer.failed("timeout"));
  }

  @Test
  void whoAnswersAByteAtATimeIsGivenUpInTimeToo() throws IOException {
    answering(client -> {
      say(client, "HTTP/1.1 200 OK\r\n");
      for (int at = 0; at < 10_000; at++) {
        say(client, "X-" + at + ": x\r\n");
        Thread.sleep(50);
      }
    });
    assertThat(send("127.0.0.1", Duration.ofMillis(600))).isEqualTo(Answer.failed("timeout"));
  }

  @Test
  void anAnswerWithoutEndIsTakenByItsStatusAlone() throws IOException {
    answering(client -> {
      say(client, "HTTP/1.1 202 Accepted\r\nContent-Type: text/plain\r\n\r\n");
      while (!client.isClosed()) {
        say(client, "x".repeat(100_000));
      }
    });
    assertThat(send("127.0.0.1", Duration.ofSeconds(10))).isEqualTo(new Answer.Taken(202));
  }

  @Test
  void aRedirectIsNotFollowed() throws IOException {
    answering(client -> say(client, "HTTP/1.1 307 Temporary Redirect\r\nLocation: http://127.0.0.1:" + server.getLocalPort() + "/other\r\nContent-Length: 0\r\n\r\n"));
    assertThat(send("127.0.0.1", Duration.ofSeconds(5))).isEqualTo(new Answer.Failed(Optional.of(307), "status", Optional.empty()));
    assertThat(requests).hasValue(1);
  }

  @Test
  void whatTheReceiverAsksForIsHeardWithinBounds() throws IOException {
    answering(client -> say(client, "HTTP/1.1 503 Busy\r\nRetry-After: 999999999\r\nContent-Length: 0\r\n\r\n"));
    assertThat(send("127.0.0.1", Duration.ofSeconds(5))).isEqualTo(new Answer.Failed(Optional.of(503), "status", Optional.of(Duration.ofHours(12))));
  }

  @Test
  void whereNobodyListensIsSaid() throws IOException {
    server.close();
    assertThat(send("127.0.0.1", Duration.ofSeconds(5))).isEqualTo(Answer.failed("refused"));
  }

  @Test
  void nothingIsTriedTwiceByItself() throws IOException {
    answering(client -> say(client, "HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"));
    assertThat(send("127.0.0.1", Duration.ofSeconds(5))).isInstanceOf(Answer.Failed.class);
    assertThat(requests).hasValue(1);
  }
}
