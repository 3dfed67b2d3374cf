package io.duly.cycle;

/**
 * What a replay did.
 *
 * @param days business dates run
 * @param messages drafted, and taken as sent on their day
 * @param receipts that arrived on their day
 * @param failed times an account was set aside
 * @param seconds of wall time
 */
public record ReplayReport(
    int days, int decisions, int messages, int tasks, int receipts, int failed, double seconds) {

  ReplayReport plus(RunReport run, int arrived) {
    return new ReplayReport(
        days + 1,
        decisions + run.decided(),
        messages + run.messages(),
        tasks + run.tasks(),
        receipts + arrived,
        failed + run.failed(),
        seconds);
  }

  ReplayReport lasting(double all) {
    return new ReplayReport(days, decisions, messages, tasks, receipts, failed, Math.round(all * 1000) / 1000.0);
  }
}
