package io.duly.correspondence.reply;

import java.util.Optional;

/**
 * A message as it came.
 *
 * @param bytes as RFC 5322 has them, at most {@link #MOST_BYTES}
 * @param envelope the address it was delivered to, where whoever brought it knows that
 * @param by the actor who brought it
 * @param cut why the bytes are not all of it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Arrival(byte[] bytes, Via via, Optional<String> envelope, String by, Optional<String> cut) {
  /** A larger one is taken in as far as this, and said to be cut. */
  public static final int MOST_BYTES = 20_000_000;

  /** The way by which it came. */
  public enum Via {
    MAILBOX,
    HOOK,
    COMMAND
  }

  /** @throws IllegalArgumentException where it is larger than that */
  public Arrival {
    if (bytes.length > MOST_BYTES) {
      throw new IllegalArgumentException("A message of more than " + MOST_BYTES + " bytes is taken in as far as that.");
    }
  }

  public static Arrival whole(byte[] bytes, Via via, String by) {
    return new Arrival(bytes, via, Optional.empty(), by, Optional.empty());
  }
}
