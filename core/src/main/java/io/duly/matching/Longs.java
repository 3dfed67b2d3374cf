package io.duly.matching;

import java.util.Arrays;

/** Longs, one after the other. */
final class Longs {
  private long[] values = new long[256];
  private int size;

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  int size() {
    return size;
  }

  /** Gives them away. */
  long[] values() {
    return Arrays.copyOf(values, size);
  }
}
