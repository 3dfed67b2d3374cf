package io.duly.banking.reading;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Tells UTF-16, where every letter takes two bytes, with a mark at its start or without. */
final class Wide {
  private static final int BIG_MARK = 0xFEFF;
  private static final int LITTLE_MARK = 0xFFFE;

  private Wide() {}

  /** @param head the first bytes of a file, at least two of them */
  static Optional<Charset> of(byte[] head) {
    if (head.length < 2) {
      return Optional.empty();
    }
    int two = (head[0] & 0xFF) << 8 | head[1] & 0xFF;
    if (two == BIG_MARK || two == LITTLE_MARK) {
      return Optional.of(StandardCharsets.UTF_16);
    }
    if (head[0] == 0 == (head[1] == 0)) {
      return Optional.empty();
    }
    return Optional.of(head[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
  }
}
