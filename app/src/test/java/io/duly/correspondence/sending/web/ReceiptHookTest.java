package io.duly.correspondence.sending.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.correspondence.hook.Signature;
import io.duly.testing.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** The address for receipts over real HTTP; what they do is in {@code ReceiptsTest}. */
@Tag("I4")
class ReceiptHookTest {
  private static final String SECRET = "a secret of more than thirty-two signs";
  private static TestDatabase database;
  private static ConfigurableApplicationContext server;
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @BeforeAll
  static void serve() {
    database = TestDatabase.fresh();
    server = database.server("DULY_HOOK_SECRET=" + SECRET, "duly.sending.by-itself=false");
  }

  @AfterAll
  static void end() {
    server.close();
    database.close();
  }

  @Test
  void whoeverDoesNotKnowTheSecretIsRefusedBeforeAnythingIsRead() throws Exception {
    assertThat(post("/hooks/sms", "{}", "00".repeat(32)).statusCode()).isEqualTo(401);
    assertThat(post("/hooks/sms/north", "{}", "").statusCode()).isEqualTo(401);
  }

  @Test
  void aProviderThatIsNotConfiguredIsSaid() throws Exception {
    var answer = signed("/hooks/sms/north", "{}");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("No SMS provider 'north' is configured.");
    assertThat(answer.headers().firstValue("Set-Cookie")).as("no session").isEmpty();
  }

  @Test
  void whatIsTooLargeIsRefused() throws Exception {
    assertThat(signed("/hooks/sms", " ".repeat(1_000_001)).statusCode()).isEqualTo(413);
  }

  private static HttpResponse<String> signed(String path, String body) throws Exception {
    var timestamp = Long.toString(Instant.now().getEpochSecond());
    return post(path, body, HexFormat.of().formatHex(Signature.of(SECRET).orElseThrow().sign(timestamp, body.getBytes(StandardCharsets.UTF_8))), timestamp);
  }

  private static HttpResponse<String> post(String path, String body, String signature) throws Exception {
    return post(path, body, signature, Long.toString(Instant.now().getEpochSecond()));
  }

  private static HttpResponse<String> post(String path, String body, String signature, String timestamp) throws Exception {
    var to = URI.create("http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port") + path);
    var request = HttpRequest.newBuilder(to).header("Content-Type", "application/json").header("Duly-Timestamp", timestamp).header("Duly-Signature", signature);
    return CLIENT.send(request.POST(HttpRequest.BodyPublishers.ofString(body)).build(), HttpResponse.BodyHandlers.ofString());
  }
}
