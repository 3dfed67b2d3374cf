package io.duly.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What {@code bench pages} measured.
 *
 * @param failures answers that were no page
 * @param failed how many of them there were by page and status
 * @param pages times by kind of page while each user acted once a second
 * @param saturation what was answered while each user acted again at once
 */
record PageReport(int users, long seconds, long failures, Map<String, Long> failed, List<Times> pages, Saturation saturation) {

  /** Milliseconds from the moment a user meant to act until the page was there. */
  record Times(String page, int requests, double p50Millis, double p99Millis, double maxMillis) {

    /** @param nanos at least one, in ascending order */
    static Times of(String page, long[] nanos) {
      return new Times(page, nanos.length, at(nanos, 0.5), at(nanos, 0.99), at(nanos, 1));
    }

    private static double at(long[] ascending, double share) {
      int place = (int) Math.ceil(share * ascending.length) - 1;
      return Math.round(ascending[Math.max(0, place)] / 10_000.0) / 100.0;
    }
  }

  record Saturation(double seconds, double requestsPerSecond) {}

  String text() {
    return pages.stream()
            .map(one -> "%-22s %6d requests   p50 %8.2f ms   p99 %8.2f ms   max %8.2f ms".formatted(
                one.page(), one.requests(), one.p50Millis(), one.p99Millis(), one.maxMillis()))
            .collect(Collectors.joining("\n", users + " users, one action a second, " + seconds + " s\n", "\n"))
        + "at saturation %.0f requests/s; %d failures%s".formatted(saturation.requestsPerSecond(), failures, failed.isEmpty() ? "" : " " + failed);
  }
}
