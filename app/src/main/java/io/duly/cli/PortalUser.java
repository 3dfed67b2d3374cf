package io.duly.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One debtor at the portal: looks at what is open, at ways to pay in parts, has one worked out, looks at the forms, and begins anew. */
final class PortalUser implements LoadUser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern CURRENCY = Pattern.compile("/d/plan\\?in=([A-Z]{3})");
  private static final int ROUND = 6;

  private final HttpClient client;
  private final String url;
  private String cookie = "";
  private String token = "";
  private String currency = "";
  private int turn;

  private PortalUser(HttpClient client, String url, int turn) {
    this.client = client;
    this.url = url;
    this.turn = turn;
  }

  /**
   * Comes in as a reader of a letter does.
   *
   * @param path of the letter's link, without the slash at its beginning
   * @param code beside it
   */
  static PortalUser by(HttpClient client, String url, String path, String code, int turn) throws IOException, InterruptedException {
    var user = new PortalUser(client, url, turn);
    user.get(path);
    var in = user.post(path + "/opening", Map.of("code", code, "in", "en"));
    if (in.statusCode() != 303 || !user.home().isGood()) {
      throw new IOException("The portal did not open by the code of a letter: " + in.statusCode());
    }
    return user;
  }

  private record Seen(int status, String body) {
    boolean isGood() {
      return status == 200;
    }
  }

  @Override
  public Answer act() throws IOException, InterruptedException {
    turn++;
    return switch (turn % ROUND) {
      case 1 -> new Answer("pay in parts", get("d/plan?in=" + currency).status());
      case 2 -> new Answer("payments shown", post("d/plan", Map.of("in", currency, "way", "instalments", "count", "3", "rhythm", "monthly")).statusCode());
      case 3 -> new Answer("i have sent it", get("d/sent").status());
      case 4 -> new Answer("call me", get("d/call").status());
      default -> new Answer("home", home().status());
    };
  }

  private Seen home() throws IOException, InterruptedException {
    var seen = get("d");
    var found = CURRENCY.matcher(seen.body());
    if (found.find()) {
      currency = found.group(1);
    }
    return seen;
  }

  private Seen get(String path) throws IOException, InterruptedException {
    var answer = send(request(path));
    var found = TOKEN.matcher(answer.body());
    if (found.find()) {
      token = found.group(1);
    }
    return new Seen(answer.statusCode(), answer.body());
  }

  private HttpResponse<String> post(String path, Map<String, String> fields) throws IOException, InterruptedException {
    var form = fields.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
    var body = HttpRequest.BodyPublishers.ofString("_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8) + "&" + form);
    return send(request(path).header("Content-Type", "application/x-www-form-urlencoded").POST(body));
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html");
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
    return answer;
  }
}
