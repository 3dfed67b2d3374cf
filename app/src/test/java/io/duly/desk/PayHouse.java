package io.duly.desk;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.duly.correspondence.hook.Signature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A provider of payments of another house: it is asked by us, and tells us what happened. */
final class PayHouse implements AutoCloseable {
  static final String NAME = "acme";
  static final String SECRET = "a secret of acme with more than thirty-two signs";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  final CopyOnWriteArrayList<String> asked = new CopyOnWriteArrayList<>();
  private final Map<String, JsonNode> links = new ConcurrentHashMap<>();
  private final Map<String, Map<String, Object>> paid = new ConcurrentHashMap<>();
  private final Signature signature = Signature.of(SECRET).orElseThrow();
  private final HttpServer server;
  private final HttpClient client = HttpClient.newHttpClient();
  private Desk desk;

  PayHouse() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  void tellTo(Desk told) {
    desk = told;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/";
  }

  /** Somebody paid, and we are not told. */
  void paidInSilence(String link, String payment, long amount, String currency) {
    paid.put("l-" + link, Map.of("state", "paid", "payment", payment, "amount", amount, "currency", currency, "at", now().toString()));
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      var body = exchange.getRequestBody().readAllBytes();
      var path = exchange.getRequestURI().getPath();
      var at = exchange.getRequestHeaders().getFirst("Duly-Timestamp");
      var signed = HexFormat.of().formatHex(signature.sign(at, body.length == 0 ? path.substring("/v1".length()).getBytes(StandardCharsets.UTF_8) : body));
      asked.add(exchange.getRequestMethod() + " " + path + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key"));
      boolean ours = signed.equals(exchange.getRequestHeaders().getFirst("Duly-Signature"));
      reply(exchange, ours ? 200 : 401, ours ? content(path, body) : Map.of("error", "signature"));
    }
  }

  private Map<String, Object> content(String path, byte[] body) {
    if (path.equals("/v1/payment-links")) {
      var wanted = JSON.readTree(body);
      var id = "l-" + wanted.get("reference").asString();
      links.putIfAbsent(id, wanted);
      return Map.of("link", id, "address", "https://pay.acme.example/" + id);
    }
    return path.startsWith("/v1/payment-links/") ? paid.getOrDefault(path.substring("/v1/payment-links/".length()), Map.of("state", "open")) : Map.of("state", "accepted");
  }

  JsonNode wanted(String link) {
    return links.get("l-" + link);
  }

  private static void reply(HttpExchange exchange, int status, Map<String, Object> content) throws IOException {
    var bytes = JSON.writeValueAsBytes(content);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  Instant now() {
    return desk.application.getBean(Clock.class).instant();
  }

  /** What happened, of a link and payment. */
  Map<String, Object> event(String kind, String link, Map<String, Object> more) {
    var event = new TreeMap<String, Object>(Map.of("id", "e-" + UUID.randomUUID(), "kind", kind, "at", now().toString(), "reference", link));
    event.putAll(more);
    return event;
  }

  String tell(Map<String, Object> event) {
    var body = JSON.writeValueAsBytes(event);
    var answer = post(body, now(), SECRET);
    return answer.statusCode() + (answer.statusCode() == 202 ? " " + JSON.readTree(answer.body()).get("outcome").asString() : "");
  }

  HttpResponse<String> post(byte[] body, Instant when, String secret) {
    return post(NAME, body, when, secret);
  }

  HttpResponse<String> post(String name, byte[] body, Instant when, String secret) {
    var at = Long.toString(when.getEpochSecond());
    var request = HttpRequest.newBuilder(URI.create(desk.url() + "/hooks/payments/" + name)).header("Content-Type", "application/json").header("Duly-Timestamp", at)
        .header("Duly-Signature", HexFormat.of().formatHex(Signature.of(secret).orElseThrow().sign(at, body))).POST(BodyPublishers.ofByteArray(body)).build();
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  static byte[] bytes(Map<String, Object> event) {
    return JSON.writeValueAsBytes(event);
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
