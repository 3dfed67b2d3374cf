package io.duly.payments;

import io.duly.correspondence.hook.Signature;
import io.duly.kernel.IdSource;
import io.duly.kernel.Money;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the fake provider knows and does. It takes no money: it is for the demonstration and for tests, serves its own little page, and tells of what happens there
 * as another would, signed and over HTTP. What it knows is gone with the process, and so is its secret. There only where it is asked for.
 */
@Component
@ConditionalOnProperty("duly.payments.fake")
final class FakeTill {
  static final String PATH = "/fake-payments/";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Signature signature = Signature.of("the fake's secret", HexFormat.of().formatHex(random())).orElseThrow();
  private final Map<String, Sale> sales = new ConcurrentHashMap<>();
  private final IdSource ids;
  private final InstantSource clock;
  private final Environment environment;

  FakeTill(IdSource ids, InstantSource clock, Environment environment) {
    this.ids = ids;
    this.clock = clock;
    this.environment = environment;
  }

  /**
   * What is sold.
   *
   * @param hook the name at our own hook
   */
  record Sale(String hook, PaymentProvider.Wanted wanted, Optional<PaymentProvider.Paid> paid) {}

  /** For one creditor: what is told of its sales goes to the hook of that name. */
  PaymentProvider.Offered offer(String hook, PaymentProvider.Wanted wanted) {
    var reference = "fake-" + wanted.key();
    sales.putIfAbsent(reference, new Sale(hook, wanted, Optional.empty()));
    return new PaymentProvider.Offered(reference, PATH + reference);
  }

  /** Tells that money went back. */
  void refund(String payment, Money amount, UUID key) {
    var sale = sales.values().stream().filter(one -> one.paid().filter(paid -> paid.payment().equals(payment)).isPresent()).findFirst()
        .orElseThrow(() -> new ProviderFailed("The fake knows no payment " + payment + "; it forgets all with its process."));
    tell(sale, "payment.refunded", Map.of("payment", payment, "amount", amount.minor(), "currency", amount.currency().getCurrencyCode(), "subject", "fake-back-" + key));
  }

  Optional<Sale> sale(String reference) {
    return Optional.ofNullable(sales.get(reference));
  }

  /** Somebody pressed "pay". Once, however often. */
  void pay(String reference) {
    var sale = sales.computeIfPresent(reference, (_, one) ->
        one.paid().isPresent() ? one : new Sale(one.hook(), one.wanted(), Optional.of(new PaymentProvider.Paid("fake-paid-" + one.wanted().key(), one.wanted().amount(), clock.instant()))));
    if (sale != null) {
      var paid = sale.paid().orElseThrow();
      tell(sale, "payment.paid", Map.of("payment", paid.payment(), "amount", paid.amount().minor(), "currency", paid.amount().currency().getCurrencyCode()));
    }
  }

  Signature signature() {
    return signature;
  }

  private void tell(Sale sale, String kind, Map<String, Object> said) {
    var all = new TreeMap<>(said);
    all.putAll(Map.of("id", "fake-" + ids.next(), "kind", kind, "at", clock.instant().toString(), "reference", sale.wanted().key().toString()));
    post(sale.hook(), JSON.writeValueAsBytes(all), clock.instant());
  }

  private void post(String hook, byte[] body, Instant now) {
    var at = Long.toString(now.getEpochSecond());
    var address = URI.create("http://127.0.0.1:" + environment.getRequiredProperty("local.server.port") + "/hooks/payments/" + hook);
    var request = HttpRequest.newBuilder(address).timeout(PATIENCE).header("Content-Type", "application/json").header("Duly-Timestamp", at)
        .header("Duly-Signature", HexFormat.of().formatHex(signature.sign(at, body))).POST(BodyPublishers.ofByteArray(body)).build();
    try (var client = HttpClient.newHttpClient()) {
      int status = client.send(request, BodyHandlers.discarding()).statusCode();
      if (status / 100 != 2) {
        throw new ProviderFailed("The hook answered " + status + ".");
      }
    } catch (IOException silent) {
      throw new ProviderFailed("The hook cannot be reached.", silent);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new ProviderFailed("The hook was not waited for.", stopped);
    }
  }

  private static byte[] random() {
    var bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
