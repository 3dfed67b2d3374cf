package io.duly.payments;

import io.duly.correspondence.hook.Signature;
import io.duly.kernel.Money;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A provider that speaks the protocol of {@code docs/payments.md}: JSON over HTTP, each request signed as what it tells us is. */
final class SignedProvider implements PaymentProvider {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int LONGEST_ANSWER = 64 * 1024;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final String name;
  private final String address;
  private final Signature signature;
  private final InstantSource clock;

  SignedProvider(String name, String address, Signature signature, InstantSource clock) {
    this.name = name;
    this.address = address.replaceAll("/+$", "");
    this.signature = signature;
    this.clock = clock;
  }

  @Override
  public Offered offer(Wanted wanted) {
    var body = new TreeMap<String, Object>(Map.of(
        "reference", wanted.key().toString(), "amount", wanted.amount().minor(), "currency", wanted.amount().currency().getCurrencyCode(), "words", wanted.words(),
        "until", wanted.until().toString()));
    wanted.back().ifPresent(back -> body.put("back", back));
    var answer = post("/payment-links", wanted.key(), body);
    var where = text(answer, "address");
    if (!where.matches("https?://\\S{1,1990}")) {
      throw new ProviderFailed("The provider " + name + " answered without the address of a page to pay on.");
    }
    return new Offered(text(answer, "link"), where);
  }

  @Override
  public Standing standing(String reference) {
    var answer = get("/payment-links/" + URLEncoder.encode(reference, StandardCharsets.UTF_8));
    return switch (text(answer, "state")) {
      case "open" -> new Waits();
      case "over" -> new Over();
      case "paid" -> paid(answer);
      default -> throw new ProviderFailed("The provider " + name + " answered with a state that is not open, paid or over.");
    };
  }

  private Paid paid(JsonNode answer) {
    try {
      return new Paid(text(answer, "payment"), Money.ofMinor(answer.path("amount").asLong(0), text(answer, "currency")), Instant.parse(text(answer, "at")));
    } catch (DateTimeException | IllegalArgumentException unreadable) {
      throw new ProviderFailed("The provider " + name + " told of a payment that cannot be read.", unreadable);
    }
  }

  @Override
  public void refund(String payment, Money amount, UUID key) {
    var body = Map.<String, Object>of("amount", amount.minor(), "currency", amount.currency().getCurrencyCode(), "reference", key.toString());
    post("/payments/" + URLEncoder.encode(payment, StandardCharsets.UTF_8) + "/refunds", key, body);
  }

  private String text(JsonNode answer, String field) {
    var found = answer.path(field).asString("");
    if (found.isEmpty() || found.length() > 2000) {
      throw new ProviderFailed("The provider " + name + " answered without \"" + field + "\".");
    }
    return found;
  }

  private JsonNode post(String path, UUID key, Map<String, Object> body) {
    var bytes = JSON.writeValueAsBytes(body);
    return ask(signed(path, bytes).header("Idempotency-Key", key.toString()).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(bytes)).build());
  }

  /** What has no body is signed by its path. */
  private JsonNode get(String path) {
    return ask(signed(path, path.getBytes(StandardCharsets.UTF_8)).GET().build());
  }

  private HttpRequest.Builder signed(String path, byte[] what) {
    var now = Long.toString(clock.instant().getEpochSecond());
    return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE).header("Accept", "application/json")
        .header("Duly-Timestamp", now).header("Duly-Signature", HexFormat.of().formatHex(signature.sign(now, what)));
  }

  private JsonNode ask(HttpRequest request) {
    try (var client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).connectTimeout(PATIENCE).build()) {
      return read(client.send(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LONGEST_ANSWER)));
    } catch (IOException silent) {
      throw new ProviderFailed("The provider " + name + " cannot be reached; try again later.", silent);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ProviderFailed("The provider " + name + " was not waited for.", stopped);
    }
  }

  private JsonNode read(HttpResponse<byte[]> answer) {
    if (answer.statusCode() / 100 != 2) {
      throw new ProviderFailed("The provider " + name + " answered " + answer.statusCode() + "; look at its address and secret, or try again later.");
    }
    try {
      return JSON.readTree(answer.body());
    } catch (JacksonException notJson) {
      throw new ProviderFailed("The provider " + name + " answered with something that is no JSON.", notJson);
    }
  }
}
