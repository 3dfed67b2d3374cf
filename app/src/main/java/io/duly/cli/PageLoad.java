package io.duly.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Many users at once. */
final class PageLoad implements AutoCloseable {
  private static final Duration WARM_UP = Duration.ofSeconds(10);
  private static final Duration ROUND = Duration.ofSeconds(10);
  private static final int ROUNDS_AT_LEAST = 3;
  private static final int ROUNDS_AT_MOST = 18;
  /** Of one core, spent on compiling what was found to be used often. */
  private static final double COMPILED_ENOUGH = 0.1;
  private static final String GOOD = "200";
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final double MILLIS = 1000;

  private final HttpClient client;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<LoadUser> users = new ArrayList<>();

  /** @param nanos from the moment the user meant to act */
  private record Sample(String page, String outcome, long nanos) {
    boolean good() {
      return outcome.equals(GOOD);
    }

    String said() {
      return page + ": " + outcome;
    }
  }

  private PageLoad() {
    client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).executor(threads).build();
  }

  /** Lets somebody in. */
  interface Door {
    LoadUser in(HttpClient client) throws IOException, InterruptedException;
  }

  /** Of those whom the doors let in. */
  static PageLoad through(List<? extends Door> doors) throws IOException, InterruptedException {
    var load = new PageLoad();
    for (var door : doors) {
      load.users.add(door.in(load.client));
    }
    return load;
  }

  static PageLoad signedIn(String url, int count, String login, String password) throws IOException, InterruptedException {
    var load = new PageLoad();
    for (int number = 0; number < count; number++) {
      var user = new PageUser(load.client, url, number - 1);
      user.signIn(login, password);
      load.users.add(user);
    }
    return load;
  }

  /** As fast as they can first, until the server is as warm as after a morning's work; then once a second. */
  PageReport run(Duration length) throws InterruptedException {
    onceASecond(WARM_UP);
    var saturated = untilWarm();
    var samples = onceASecond(length);
    var failed = Stream.concat(samples.stream(), saturated.samples().stream())
        .filter(one -> !one.good())
        .collect(Collectors.groupingBy(Sample::said, TreeMap::new, Collectors.counting()));
    return new PageReport(
        users.size(),
        length.toSeconds(),
        failed.values().stream().mapToLong(Long::longValue).sum(),
        failed,
        times(samples),
        new PageReport.Saturation(saturated.seconds(), Math.round(saturated.samples().size() / saturated.seconds() * 10) / 10.0));
  }

  /** As fast as they can, for so long; says how many pages were answered. */
  int warm(Duration length) throws InterruptedException {
    return withoutPause(length).samples().size();
  }

  /** Of users who did not pause. */
  private record Unpaused(List<Sample> samples, double seconds) {}

  /** Rounds without a pause until there is little left to compile, or it takes too long; the last of them. */
  private Unpaused untilWarm() throws InterruptedException {
    var compiler = ManagementFactory.getCompilationMXBean();
    for (int round = 1; ; round++) {
      long before = compiler.getTotalCompilationTime();
      var unpaused = withoutPause(ROUND);
      double share = (compiler.getTotalCompilationTime() - before) / (unpaused.seconds() * MILLIS);
      if (round == ROUNDS_AT_MOST || (round >= ROUNDS_AT_LEAST && share < COMPILED_ENOUGH)) {
        return unpaused;
      }
    }
  }

  /** The users begin spread over the first second; who is late acts as soon as the page before is there. */
  private List<Sample> onceASecond(Duration length) throws InterruptedException {
    var samples = new ConcurrentLinkedQueue<Sample>();
    var acting = new CountDownLatch(users.size() * (int) length.toSeconds());
    long began = System.nanoTime();
    for (int number = 0; number < users.size(); number++) {
      var user = users.get(number);
      var turn = new ReentrantLock(true);
      for (int second = 0; second < length.toSeconds(); second++) {
        long meant = began + second * SECOND + number * SECOND / users.size();
        Runnable act = () -> threads.execute(() -> act(user, turn, meant, samples, acting));
        var _ = clock.schedule(act, meant - System.nanoTime(), TimeUnit.NANOSECONDS);
      }
    }
    acting.await();
    return List.copyOf(samples);
  }

  private static void act(
      LoadUser user, ReentrantLock turn, long meant, ConcurrentLinkedQueue<Sample> samples, CountDownLatch acting) {
    turn.lock();
    try {
      samples.add(sample(user, meant));
    } finally {
      turn.unlock();
      acting.countDown();
    }
  }

  private Unpaused withoutPause(Duration length) throws InterruptedException {
    var samples = new ConcurrentLinkedQueue<Sample>();
    var acting = new CountDownLatch(users.size());
    long began = System.nanoTime();
    long end = began + length.toNanos();
    for (var user : users) {
      threads.execute(() -> {
        for (long now = System.nanoTime(); now - end < 0; now = System.nanoTime()) {
          samples.add(sample(user, now));
        }
        acting.countDown();
      });
    }
    acting.await();
    return new Unpaused(List.copyOf(samples), (System.nanoTime() - began) / (double) SECOND);
  }

  private static Sample sample(LoadUser user, long meant) {
    try {
      var answer = user.act();
      return new Sample(answer.page(), String.valueOf(answer.status()), System.nanoTime() - meant);
    } catch (IOException failed) {
      return new Sample("failed", failed.toString(), System.nanoTime() - meant);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Sample("failed", "stopped", System.nanoTime() - meant);
    }
  }

  private static List<PageReport.Times> times(List<Sample> samples) {
    return samples.stream().collect(Collectors.groupingBy(Sample::page)).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(page -> PageReport.Times.of(page.getKey(), sorted(page.getValue())))
        .toList();
  }

  private static long[] sorted(List<Sample> samples) {
    var nanos = samples.stream().mapToLong(Sample::nanos).toArray();
    Arrays.sort(nanos);
    return nanos;
  }

  @Override
  public void close() {
    clock.shutdownNow();
    client.close();
    threads.close();
  }
}
