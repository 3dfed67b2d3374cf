package io.duly.desk;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A company's sign-in by OpenID Connect, at which everybody is signed in already, as whom a test says; and what a false one would say. */
final class CompanyProvider implements AutoCloseable {
  static final String CLIENT = "duly-desk";
  static final String SECRET = "a secret of the company that is long enough for a key";

  final RSAKey key = key();
  private final HttpServer server;
  private final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();

  /** What the ID token says beside what it must. */
  UnaryOperator<JWTClaimsSet.Builder> says = UnaryOperator.identity();

  /** How it is signed. */
  Function<JWTClaimsSet, String> signs = this::signed;

  CompanyProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, configuration()));
    server.createContext("/jwks", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.start();
  }

  static RSAKey key() {
    try {
      return new RSAKeyGenerator(2048).keyID("one").generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  String issuer() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void as(String subject, Map<String, Object> claims) {
    signs = this::signed;
    says = token -> {
      token.subject(subject);
      claims.forEach(token::claim);
      return token;
    };
  }

  private String configuration() {
    return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token","end_session_endpoint":"%1$s/end?of=here","jwks_uri":"%1$s/jwks","response_types_supported":["code"],
         "subject_types_supported":["public"],"id_token_signing_alg_values_supported":["RS256"],"token_endpoint_auth_methods_supported":["client_secret_basic"],
         "code_challenge_methods_supported":["S256"]}
        """
        .formatted(issuer());
  }

  private void authorize(HttpExchange exchange) throws IOException {
    var wish = fields(exchange.getRequestURI().getRawQuery());
    var code = UUID.randomUUID().toString();
    asked.put(code, wish);
    exchange.getResponseHeaders().add("Location", wish.get("redirect_uri") + "?code=" + code + "&state=" + URLEncoder.encode(wish.get("state"), StandardCharsets.UTF_8));
    answer(exchange, 302, "");
  }

  private void token(HttpExchange exchange) throws IOException {
    var sent = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    var wish = asked.remove(sent.get("code"));
    var client = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + URLEncoder.encode(SECRET, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    if (wish == null || !client.equals(exchange.getRequestHeaders().getFirst("Authorization")) || !wish.get("code_challenge").equals(challenge(sent.get("code_verifier")))) {
      answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
      return;
    }
    var now = Instant.now();
    var claims =
        new JWTClaimsSet.Builder().issuer(issuer()).audience(CLIENT).issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(300))).claim("nonce", wish.get("nonce"));
    answer(exchange, 200, "{\"access_token\":\"unused\",\"token_type\":\"Bearer\",\"expires_in\":300,\"id_token\":\"%s\"}".formatted(signs.apply(says.apply(claims).build())));
  }

  String signed(JWTClaimsSet claims) {
    return signed(claims, key);
  }

  String signed(JWTClaimsSet claims, RSAKey by) {
    try {
      var token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
      token.sign(new RSASSASigner(by));
      return token.serialize();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String challenge(String verifier) {
    try {
      var hash = MessageDigest.getInstance("SHA-256").digest(String.valueOf(verifier).getBytes(StandardCharsets.US_ASCII));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> fields(String text) {
    return Arrays.stream(text.split("&")).map(field -> field.split("=", 2)).collect(Collectors.toMap(field -> field[0], field -> URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  /** The address to which the provider sends a browser back. */
  static String back(String address) {
    try (var client = java.net.http.HttpClient.newHttpClient()) {
      var answer = client.send(java.net.http.HttpRequest.newBuilder(URI.create(address)).build(), java.net.http.HttpResponse.BodyHandlers.discarding());
      var back = URI.create(answer.headers().firstValue("Location").orElseThrow());
      return back.getRawPath() + "?" + back.getRawQuery();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
