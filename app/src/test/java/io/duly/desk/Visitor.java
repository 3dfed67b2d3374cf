package io.duly.desk;

import io.duly.identity.People;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who asks for pages without a browser. */
final class Visitor implements AutoCloseable {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String url;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NEVER).build();

  Visitor(Desk desk) {
    this(desk.url());
  }

  Visitor(String url) {
    this.url = url;
  }

  Visitor signedInAs(People.Admitted person) {
    post("/sign-in", "/sign-in", Map.of("login", person.person().login(), "password", person.password()));
    return this;
  }

  HttpResponse<String> get(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html");
    for (int at = 0; at < headers.length; at += 2) {
      request.header(headers[at], headers[at + 1]);
    }
    return send(request.build());
  }

  /** What is no text. */
  HttpResponse<byte[]> bytes(String path, String... headers) {
    var request = HttpRequest.newBuilder(URI.create(url + path));
    for (int at = 0; at < headers.length; at += 2) {
      request.header(headers[at], headers[at + 1]);
    }
    return bytes(request.build());
  }

  private HttpResponse<byte[]> bytes(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Sends a form with the token of the page that holds it. */
  HttpResponse<String> post(String page, String path, Map<String, String> fields) {
    var token = TOKEN.matcher(get(page).body());
    return postWithToken(path, token.find() ? token.group(1) : "", fields);
  }

  /** Sends a form in which one field comes several times. */
  HttpResponse<String> postAll(String page, String path, String field, List<String> values, Map<String, String> others) {
    var token = TOKEN.matcher(get(page).body());
    var all = new ArrayList<String>(values.stream().map(value -> field + "=" + encode(value)).toList());
    others.forEach((name, value) -> all.add(encode(name) + "=" + encode(value)));
    return postBody(path, "_csrf=" + encode(token.find() ? token.group(1) : "") + "&" + String.join("&", all));
  }

  /** Sends a form as a part of a page does, and gets that part. */
  HttpResponse<String> postAsPart(String page, String path, Map<String, String> fields) {
    var token = TOKEN.matcher(get(page).body());
    var all = new ArrayList<String>(List.of("_csrf=" + encode(token.find() ? token.group(1) : "")));
    fields.forEach((name, value) -> all.add(encode(name) + "=" + encode(value)));
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("HX-Request", "true")
            .POST(HttpRequest.BodyPublishers.ofString(String.join("&", all)))
            .build());
  }

  /** Sends a form of a page to which a file is the answer. */
  HttpResponse<byte[]> take(String page, String path) {
    var token = TOKEN.matcher(get(page).body());
    return bytes(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encode(token.find() ? token.group(1) : "")))
            .build());
  }

  HttpResponse<String> postWithToken(String path, String token, Map<String, String> fields) {
    var body =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&", "_csrf=" + encode(token) + "&", ""));
    return postBody(path, body);
  }

  /** The same, through a proxy that says where it comes from. */
  HttpResponse<String> postFrom(String address, String path, String token, Map<String, String> fields) {
    var body = new StringBuilder("_csrf=" + encode(token));
    fields.forEach((name, value) -> body.append('&').append(encode(name)).append('=').append(encode(value)));
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .header("X-Forwarded-For", address)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .build());
  }

  private HttpResponse<String> postBody(String path, String body) {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** Hands a file in with the token of the page that takes it. */
  HttpResponse<String> upload(String name, byte[] bytes, Map<String, String> fields) {
    var token = TOKEN.matcher(get("/intake").body());
    return upload(token.find() ? token.group(1) : "", name, bytes, fields);
  }

  HttpResponse<String> upload(String token, String name, byte[] bytes, Map<String, String> fields) {
    return handWith("/intake/files", token, name, bytes, fields);
  }

  /** Hands a file to a form of a page, with the token of that page. */
  HttpResponse<String> hand(String page, String path, String name, byte[] bytes) {
    return hand(page, path, name, bytes, Map.of());
  }

  HttpResponse<String> hand(String page, String path, String name, byte[] bytes, Map<String, String> fields) {
    var token = TOKEN.matcher(get(page).body());
    return handWith(path, token.find() ? token.group(1) : "", name, bytes, fields);
  }

  HttpResponse<String> handWith(String path, String token, String name, byte[] bytes, Map<String, String> fields) {
    var body = new ByteArrayOutputStream();
    part(body, "name=\"_csrf\"", token.getBytes(StandardCharsets.UTF_8));
    fields.forEach((field, value) -> part(body, "name=\"" + field + "\"", value.getBytes(StandardCharsets.UTF_8)));
    part(body, "name=\"file\"; filename=\"" + name + "\"", bytes);
    body.writeBytes("--x0x0x--\r\n".getBytes(StandardCharsets.UTF_8));
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "multipart/form-data; boundary=x0x0x")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .build());
  }

  private static void part(ByteArrayOutputStream body, String what, byte[] bytes) {
    body.writeBytes(("--x0x0x\r\nContent-Disposition: form-data; " + what + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    body.writeBytes(bytes);
    body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
  }

  /** The value of the session's cookie. */
  String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("duly"))
        .map(java.net.HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    client.close();
  }
}
