package io.duly.correspondence.reply.web;

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

/** The hook over real HTTP. */
@Tag("P23")
class MailHookTest {
  private static final String SECRET = "a secret of more than thirty-two signs";
  private static final String MAIL = "From: k@debtor.example\r\nTo: a@brightwell.example\r\nSubject: Hello\r\nMessage-ID: <%s@x>\r\n\r\nWe paid.\r\n";

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
  void aSignedMessageIsTakenInOnce() throws Exception {
    var mail = MAIL.formatted("one").getBytes(StandardCharsets.UTF_8);
    var first = signed("message/rfc822", mail, Instant.now());
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(first.body()).contains("\"again\":false");
    assertThat(first.headers().firstValue("Set-Cookie")).as("no session").isEmpty();
    assertThat(signed("message/rfc822", mail, Instant.now()).body()).contains("\"again\":true");
    assertThat(count("<one@x>")).isEqualTo(1);
  }

  @Test
  void theFormsOfProvidersAreRead() throws Exception {
    for (var field : new String[] {"email", "body-mime"}) {
      var form = "--B\r\nContent-Disposition: form-data; name=\"recipient\"\r\n\r\nreply+aaaaaaaaaaaaaaaa@in.example\r\n--B\r\nContent-Disposition: form-data; name=\"" + field
          + "\"\r\n\r\n" + MAIL.formatted("form-" + field) + "\r\n--B--\r\n";
      assertThat(signed("multipart/form-data; boundary=B", form.getBytes(StandardCharsets.UTF_8), Instant.now()).statusCode()).isEqualTo(202);
      assertThat(count("<form-" + field + "@x>")).isEqualTo(1);
    }
    var coded = "to=x&body-mime=" + java.net.URLEncoder.encode(MAIL.formatted("coded"), StandardCharsets.UTF_8);
    assertThat(signed("application/x-www-form-urlencoded", coded.getBytes(StandardCharsets.UTF_8), Instant.now()).statusCode()).isEqualTo(202);
    assertThat(count("<coded@x>")).isEqualTo(1);
  }

  @Test
  void whoeverDoesNotKnowTheSecretIsRefused() throws Exception {
    var mail = MAIL.formatted("evil").getBytes(StandardCharsets.UTF_8);
    var now = Long.toString(Instant.now().getEpochSecond());
    refused(post("message/rfc822", mail, now, "00".repeat(32)));
    refused(post("message/rfc822", mail, now, "x"));
    refused(post("message/rfc822", mail, "", ""));
    refused(signed("message/rfc822", mail, Instant.now().minusSeconds(400)));
    refused(signed("message/rfc822", mail, Instant.now().plusSeconds(400)));
    var other = MAIL.formatted("other").getBytes(StandardCharsets.UTF_8);
    refused(post("message/rfc822", mail, now, HexFormat.of().formatHex(Signature.of(SECRET).orElseThrow().sign(now, other))));
    assertThat(count("<evil@x>")).isZero();
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsRead() throws Exception {
    var answer = signed("message/rfc822", new byte[30_000_000], Instant.now());
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    assertThat(signed("message/rfc822", new byte[20_000_001], Instant.now()).statusCode()).isEqualTo(413);
  }

  @Test
  void whatIsNoMessageIsSaidToBeNone() throws Exception {
    assertThat(signed("application/json", "{}".getBytes(StandardCharsets.UTF_8), Instant.now()).statusCode()).isEqualTo(400);
    assertThat(signed("multipart/form-data; boundary=B", "--B".repeat(1000).getBytes(StandardCharsets.UTF_8), Instant.now()).statusCode()).isEqualTo(400);
    var get = CLIENT.send(HttpRequest.newBuilder(address()).GET().build(), HttpResponse.BodyHandlers.ofString());
    assertThat(get.statusCode()).isEqualTo(405);
  }

  @Test
  void withoutASecretThereIsNoHook() {
    assertThat(Signature.of("")).isEmpty();
    assertThat(Signature.of("short")).isEmpty();
  }

  private static void refused(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
  }

  private static HttpResponse<String> signed(String type, byte[] body, Instant at) throws Exception {
    var timestamp = Long.toString(at.getEpochSecond());
    return post(type, body, timestamp, HexFormat.of().formatHex(Signature.of(SECRET).orElseThrow().sign(timestamp, body)));
  }

  private static HttpResponse<String> post(String type, byte[] body, String timestamp, String signature) throws Exception {
    var request = HttpRequest.newBuilder(address()).header("Content-Type", type).header("Duly-Timestamp", timestamp).header("Duly-Signature", signature);
    return CLIENT.send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static URI address() {
    return URI.create("http://127.0.0.1:" + server.getEnvironment().getRequiredProperty("local.server.port") + "/hooks/mail");
  }

  private static int count(String messageId) {
    return database.ask(sql -> sql.fetchSingle("select count(*)::int from correspondence.reply where message_id = ?", messageId).get(0, Integer.class));
  }
}
