package io.duly.desk;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A provider that hands mail over as docs/replies.md tells it to. */
final class Signed {
  private Signed() {}

  /** @return the status of the answer */
  static int post(String address, String secret, byte[] mail, Instant at) {
    var timestamp = Long.toString(at.getEpochSecond());
    var request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "message/rfc822")
            .header("Duly-Timestamp", timestamp)
            .header("Duly-Signature", signature(secret, timestamp, mail))
            .POST(HttpRequest.BodyPublishers.ofByteArray(mail))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String signature(String secret, String timestamp, byte[] mail) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      mac.update((timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(mail));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
