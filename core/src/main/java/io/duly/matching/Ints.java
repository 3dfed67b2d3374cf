package io.duly.matching;

import java.util.Arrays;

/** Ints, one after the other. */
final class Ints {
  private int[] values = new int[256];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size * 2);
    }
    values[size++] = value;
  }

  /** Gives them away. */
  int[] values() {
    return Arrays.copyOf(values, size);
  }
}
