package io.duly.correspondence.provider;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The providers of the configuration: {@code DULY_SMS_URL}, {@code _SHAPE}, {@code _USER}, {@code _PASSWORD}, {@code _TOKEN},
 * {@code _PER_MINUTE}, {@code _SECONDS}, {@code _PARTS} and {@code _CA} for the default one, {@code DULY_SMS_<NAME>_URL} …
 * for others, and {@code DULY_PRINT_…} alike for letters.
 */
public final class Providers {
  /** Those whose shapes come with Duly. */
  static final List<String> SHIPPED = List.of("sms-form-basic", "sms-json-bearer", "sms-json-key", "letter-multipart", "letter-json");

  private static final String DEFAULT = "default";
  private static final int PER_MINUTE = 60;
  private static final int SECONDS = 60;
  private static final int PARTS = 4;

  private final Map<String, String> environment;

  /** @param environment as the process was given it */
  public Providers(Map<String, String> environment) {
    this.environment = Map.copyOf(environment);
  }

  /**
   * A provider by name; empty where none is configured.
   *
   * @throws InvalidShape where what is configured cannot be used
   */
  public Optional<Provider> named(Service service, String name) {
    var prefix = (service == Service.SMS ? "DULY_SMS_" : "DULY_PRINT_") + (name.equals(DEFAULT) ? "" : name.toUpperCase(Locale.ROOT) + "_");
    return value(prefix + "URL").map(url -> provider(service, name, prefix, url));
  }

  private Provider provider(Service service, String name, String prefix, String url) {
    var shape = shape(prefix + "SHAPE");
    ShapeReader.require(shape.service() == service, prefix + "SHAPE is a shape of service " + shape.service().word() + ", not of " + service.word() + ".");
    var secrets = new Secrets(value(prefix + "USER").orElse(""), value(prefix + "PASSWORD").orElse(""), value(prefix + "TOKEN").orElse(""));
    secretsFor(shape, secrets, prefix);
    return new Provider(
        name, shape, endpoint(prefix + "URL", url), secrets, number(prefix + "PER_MINUTE", PER_MINUTE, 1_000_000),
        Duration.ofSeconds(number(prefix + "SECONDS", SECONDS, 3600)), number(prefix + "PARTS", PARTS, 10),
        value(prefix + "CA").map(file -> OwnTrust.of(prefix + "CA", Path.of(file))));
  }

  private static void secretsFor(Shape shape, Secrets secrets, String prefix) {
    switch (shape.signIn()) {
      case Shape.SignIn.Nobody _ -> {}
      case Shape.SignIn.Basic _ -> ShapeReader.require(!secrets.user().isEmpty(), "The shape wants a user: set " + prefix + "USER and " + prefix + "PASSWORD.");
      case Shape.SignIn.Token _ ->
          ShapeReader.require(secrets.token().chars().noneMatch(Character::isISOControl) && !secrets.token().isEmpty(), "The shape wants a token: set " + prefix + "TOKEN.");
    }
  }

  private Shape shape(String key) {
    var named = value(key).orElseThrow(() -> new InvalidShape(key + " is missing: one of " + SHIPPED + ", or the path of a file of your own."));
    try {
      return ShapeReader.read(SHIPPED.contains(named) ? shipped(named) : Files.readString(Path.of(named)));
    } catch (InvalidShape wrong) {
      throw new InvalidShape(key + " " + named + ": " + wrong.getMessage());
    } catch (IOException unreadable) {
      throw new InvalidShape(key + " is one of " + SHIPPED + ", or a file that can be read; " + named + " is neither.");
    }
  }

  static String shipped(String name) {
    try (var in = Providers.class.getResourceAsStream(name + ".yaml")) {
      return new String(java.util.Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Only TLS, but for a service on this machine. */
  private static URI endpoint(String key, String url) {
    try {
      var endpoint = URI.create(url);
      var host = Optional.ofNullable(endpoint.getHost()).orElse("");
      boolean plain = "http".equals(endpoint.getScheme()) && isHere(host);
      ShapeReader.require(!host.isEmpty() && (plain || "https".equals(endpoint.getScheme())), key + " is an address such as https://api.example.org/messages.");
      ShapeReader.require(endpoint.getUserInfo() == null, key + " has no user and password in it; they have variables of their own.");
      return endpoint;
    } catch (IllegalArgumentException noAddress) {
      throw new InvalidShape(key + " is an address such as https://api.example.org/messages.");
    }
  }

  private static boolean isHere(String host) {
    try {
      return host.equals("localhost") || host.matches("127(\\.[0-9]{1,3}){3}|\\[::1]") && InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException nowhere) {
      return false;
    }
  }

  private int number(String key, int otherwise, int most) {
    var text = value(key);
    if (text.isEmpty()) {
      return otherwise;
    }
    boolean fits = text.get().matches("[0-9]{1,7}") && Integer.parseInt(text.get()) >= 1 && Integer.parseInt(text.get()) <= most;
    ShapeReader.require(fits, key + " is a number from 1 to " + most + ".");
    return Integer.parseInt(text.get());
  }

  private Optional<String> value(String key) {
    return Optional.ofNullable(environment.get(key)).map(String::strip).filter(text -> !text.isEmpty());
  }
}
