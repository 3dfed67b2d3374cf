package io.duly.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** One user of the desk: reads the worklist, opens cases from it, reads on, searches, and begins anew. */
final class PageUser implements LoadUser {
  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern LINE = Pattern.compile("data-row href=\"(/cases/\\d+)\">([^<]{3,40})");
  private static final Pattern MORE = Pattern.compile("class=\"more\" data-row href=\"([^\"]+)\"");
  private static final int ROUND = 6;

  private final HttpClient client;
  private final String url;
  private String cookie = "";
  private List<MatchResult> lines = List.of();
  private String more = "/";
  private int turn;

  PageUser(HttpClient client, String url, int turn) {
    this.client = client;
    this.url = url;
    this.turn = turn;
  }

  void signIn(String login, String password) throws IOException, InterruptedException {
    var form = get("/sign-in");
    var token = TOKEN.matcher(form.body());
    if (!token.find()) {
      throw new IOException("The sign-in page has no form");
    }
    var body = "_csrf=" + encoded(token.group(1)) + "&login=" + encoded(login) + "&password=" + encoded(password);
    var answer =
        send(
            request("/sign-in")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    if (answer.statusCode() != 302 || answer.headers().firstValue("Location").orElse("").contains("wrong")) {
      throw new IOException("The sign-in was refused");
    }
  }

  @Override
  public Answer act() throws IOException, InterruptedException {
    turn++;
    return switch (turn % ROUND) {
      case 0 -> worklist("worklist", "/");
      case 3 -> worklist("worklist, further on", more);
      case 5 -> page("search", "/search?q=" + encoded(word()));
      default -> page("case", lines.isEmpty() ? "/cases/1" : line().group(1));
    };
  }

  private Answer worklist(String page, String path) throws IOException, InterruptedException {
    var answer = get(path);
    lines = LINE.matcher(answer.body()).results().toList();
    more = MORE.matcher(answer.body()).results().map(found -> found.group(1).replace("&amp;", "&")).findFirst().orElse("/");
    return new Answer(page, answer.statusCode());
  }

  private Answer page(String page, String path) throws IOException, InterruptedException {
    return new Answer(page, get(path).statusCode());
  }

  private MatchResult line() {
    return lines.get(Math.floorMod(turn * 7, lines.size()));
  }

  /** A name, the name with a slip of the pen, or a number that nobody has, with which every near one is looked for. */
  private String word() {
    var name = lines.isEmpty() ? "invoice" : line().group(2).replace("&amp;", "&");
    return switch (Math.floorMod(turn / ROUND, 3)) {
      case 0 -> name;
      case 1 -> name.length() < 4 ? name : name.substring(0, 2) + name.substring(3);
      default -> "INV-" + (700_000 + turn);
    };
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    var request = HttpRequest.newBuilder(URI.create(url + path.substring(1))).header("Accept", "text/html");
    return cookie.isEmpty() ? request : request.header("Cookie", cookie);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    var answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    answer.headers().firstValue("Set-Cookie").ifPresent(set -> cookie = set.split(";", 2)[0]);
    return answer;
  }
}
