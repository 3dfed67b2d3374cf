package io.duly.strategy;

/**
 * How a debtor has paid so far.
 *
 * @param settled how many invoices were settled, 0 or more
 * @param settledLate how many of those after their due date, 0 to {@code settled}
 * @param brokenPromises how many promises of the case were broken, 0 or more
 */
public record TrackRecord(int settled, int settledLate, int brokenPromises) {
  public static final TrackRecord NONE = new TrackRecord(0, 0, 0);
}
