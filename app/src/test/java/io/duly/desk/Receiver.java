package io.duly.desk;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.ToIntFunction;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another system that is told what happens; it checks signatures with code of its own. */
final class Receiver implements AutoCloseable {
  /** What came. */
  @SuppressWarnings("ArrayRecordComponent") // a carrier, never compared
  record Came(String id, String timestamp, String signature, byte[] body) {
    JsonNode json() {
      return JsonMapper.builder().build().readTree(body);
    }

    /** As the page of Standard Webhooks tells receivers to do it. */
    boolean isSignedWith(String secret) {
      try {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
        var signed = Base64.getEncoder().encodeToString(mac.doFinal((id + "." + timestamp + "." + new String(body, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8)));
        return List.of(signature.split(" ", -1)).contains("v1," + signed);
      } catch (java.security.GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  final List<Came> came = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private volatile ToIntFunction<Came> answer = _ -> 204;

  Receiver() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/hook", exchange -> {
      var headers = exchange.getRequestHeaders();
      var one = new Came(headers.getFirst("webhook-id"), headers.getFirst("webhook-timestamp"), headers.getFirst("webhook-signature"), exchange.getRequestBody().readAllBytes());
      came.add(one);
      exchange.sendResponseHeaders(answer.applyAsInt(one), -1);
      exchange.close();
    });
    server.start();
  }

  /** @param how the status for each that comes */
  void answers(ToIntFunction<Came> how) {
    answer = how;
  }

  void answers(int status) {
    answer = _ -> status;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
  }

  List<String> kinds() {
    return came.stream().map(one -> one.json().get("type").asString()).toList();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
