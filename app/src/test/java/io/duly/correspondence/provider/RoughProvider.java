package io.duly.correspondence.provider;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** A provider over a real socket that takes requests, and spoils the talk about them at any place. */
public final class RoughProvider implements AutoCloseable {
  /** What it does with a request. */
  public enum Mood {
    TAKES(200, "{\"id\":\"p-1\"}"),
    REFUSES(400, "{\"error\":{\"code\":\"bad_text\",\"message\":\"not allowed\"}}"),
    KNOWS_NO_SUCH_NUMBER(422, "{\"error\":{\"code\":\"invalid_recipient\",\"message\":\"no such number\"}}"),
    KNOWS_US_NOT(401, "{\"error\":{\"message\":\"who are you?\"}}"),
    IS_ELSEWHERE(302, ""),
    HAS_ENOUGH(429, "{\"error\":{\"message\":\"slow down\"}}"),
    IS_CLOSED(503, ""),
    IS_BROKEN(500, "{\"error\":{\"message\":\"oops\"}}"),
    HAS_ONE_ALREADY(409, ""),
    /** Takes it and says so twice over. */
    TAKES_TWICE(200, "{\"id\":\"p-1\"}"),
    /** Takes it, and the answer breaks off behind its head. */
    TAKES_AND_STUTTERS(200, ""),
    /** Takes it, and says what is no HTTP. */
    TAKES_AND_BABBLES(0, ""),
    TAKES_AND_HANGS_UP(0, ""),
    TAKES_AND_FALLS_SILENT(0, ""),
    /** Takes nothing. */
    HANGS_UP_AT_ONCE(0, ""),
    HANGS_UP_IN_THE_MIDDLE(0, "");

    private final int status;
    private final String body;

    Mood(int status, String body) {
      this.status = status;
      this.body = body;
    }

    boolean takes() {
      return name().startsWith("TAKES");
    }
  }

  /** @param headers by their names in small letters */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Request(Map<String, String> headers, byte[] bytes) {
    public String body() {
      return new String(bytes, StandardCharsets.UTF_8);
    }

    public String key() {
      return headers.getOrDefault("idempotency-key", "");
    }
  }

  private final ServerSocket socket;
  private final Supplier<Mood> moods;
  private final List<Request> seen = new CopyOnWriteArrayList<>();
  private final List<Request> taken = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicReference<Runnable> eachStep = new AtomicReference<>(() -> {});

  public RoughProvider(Supplier<Mood> moods) throws IOException {
    this.moods = moods;
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  /** In these moods, one after the other, and friendly afterwards. */
  public static RoughProvider in(Mood... planned) throws IOException {
    Deque<Mood> plan = new ArrayDeque<>(List.of(planned));
    return new RoughProvider(() -> { synchronized (plan) { return plan.isEmpty() ? Mood.TAKES : plan.pop(); } });
  }

  public String url() {
    return "http://127.0.0.1:" + socket.getLocalPort() + "/messages";
  }

  /** Whatever came whole. */
  public List<Request> seen() {
    return seen;
  }

  /** What it will deliver. */
  public List<Request> taken() {
    return taken;
  }

  /** Done before a request is read, before it is kept, and before it is answered. */
  public void atEachStep(Runnable what) {
    eachStep.set(what);
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        var client = socket.accept();
        open.add(client);
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client;
        var in = new BufferedInputStream(client.getInputStream())) {
      var first = line(in);
      if (first.isEmpty()) {
        return; // somebody knocked
      }
      eachStep.get().run();
      var mood = moods.get();
      if (mood != Mood.HANGS_UP_AT_ONCE) {
        hear(in, client, mood);
      }
    } catch (IOException over) {
      // the other side has ended the talk
    } finally {
      open.remove(client);
    }
  }

  private void hear(InputStream in, Socket client, Mood mood) throws IOException {
    var headers = new TreeMap<String, String>();
    for (var line = line(in); !line.isEmpty(); line = line(in)) {
      headers.put(line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT), line.substring(line.indexOf(':') + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    if (mood == Mood.HANGS_UP_IN_THE_MIDDLE) {
      in.readNBytes(length / 2);
      return;
    }
    var bytes = in.readNBytes(length);
    if (bytes.length < length) {
      return;
    }
    eachStep.get().run();
    var request = new Request(headers, bytes);
    seen.add(request);
    if (mood.takes()) {
      taken.add(request);
    }
    eachStep.get().run();
    answer(client.getOutputStream(), mood, in);
  }

  private static void answer(OutputStream out, Mood mood, InputStream in) throws IOException {
    switch (mood) {
      case TAKES_AND_HANGS_UP -> {}
      case TAKES_AND_FALLS_SILENT -> in.read(); // until the other side gives up
      case TAKES_AND_BABBLES -> write(out, "hello, is it me you are looking for\r\n\r\n");
      case TAKES_AND_STUTTERS -> write(out, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"id\":");
      case TAKES_TWICE -> write(out, said(mood) + said(mood));
      default -> write(out, said(mood));
    }
  }

  private static String said(Mood mood) {
    var more = mood == Mood.HAS_ENOUGH ? "Retry-After: 1800\r\n" : mood == Mood.IS_ELSEWHERE ? "Location: http://127.0.0.1:1/\r\n" : "";
    return "HTTP/1.1 " + mood.status + " So\r\nContent-Type: application/json\r\n" + more + "Content-Length: " + mood.body.length() + "\r\n\r\n" + mood.body;
  }

  private static void write(OutputStream out, String words) throws IOException {
    out.write(words.getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int sign = in.read(); sign >= 0 && sign != '\n'; sign = in.read()) {
      if (sign != '\r') {
        line.append((char) sign);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (var one : open) {
      one.close();
    }
  }
}
