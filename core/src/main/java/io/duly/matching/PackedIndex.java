package io.duly.matching;

import java.util.Arrays;

/**
 * What stands under a key, in one sorted array of longs: 40 bits of the key, 24 bits of the value. A key may bring values
 * of others that share its 40 bits; who asks looks again. Keys are hashes and lie evenly, so a table of where each of their first
 * bits begins leaves a few neighbours to look at: a search by halves alone would touch memory in twenty places.
 */
final class PackedIndex {
  static final int MOST = 1 << 24;
  private static final long KEY = -1L << 24;

  private static final int FEW = 16;

  private final long[] entries;
  private final int[] begins;
  private final int shift;

  private PackedIndex(long[] entries) {
    this.entries = entries;
    int bits = Math.clamp(Integer.SIZE - Integer.numberOfLeadingZeros(entries.length / FEW), 1, 24);
    shift = Long.SIZE - bits;
    begins = new int[(1 << bits) + 1];
    for (long entry : entries) {
      begins[(int) (entry >>> shift) + 1]++;
    }
    for (int at = 1; at < begins.length; at++) {
      begins[at] += begins[at - 1];
    }
  }

  /** The values of a key, in their order, at most so many; {@code null}-free and small. */
  int[] find(long key, int most) {
    int from = lowest(key & KEY);
    int to = from;
    while (to < entries.length && (entries[to] & KEY) == (key & KEY) && to - from < most) {
      to++;
    }
    var found = new int[to - from];
    for (int at = 0; at < found.length; at++) {
      found[at] = (int) (entries[from + at] & ~KEY);
    }
    return found;
  }

  /** How many values a key has, counted to {@code most}. */
  int count(long key, int most) {
    int from = lowest(key & KEY);
    int to = from;
    while (to < entries.length && (entries[to] & KEY) == (key & KEY) && to - from < most) {
      to++;
    }
    return to - from;
  }

  private int lowest(long packed) {
    int bucket = (int) (packed >>> shift);
    int low = begins[bucket];
    int high = begins[bucket + 1];
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (Long.compareUnsigned(entries[middle], packed) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Gathers keys. */
  static final class Builder {
    private long[] entries = new long[1024];
    private int size;

    void add(long key, int value) {
      if (size == entries.length) {
        entries = Arrays.copyOf(entries, size * 2);
      }
      entries[size++] = key & KEY | value;
    }

    PackedIndex build() {
      var sorted = Arrays.copyOf(entries, size);
      entries = new long[0];
      for (int at = 0; at < sorted.length; at++) {
        sorted[at] ^= Long.MIN_VALUE;
      }
      Arrays.parallelSort(sorted);
      for (int at = 0; at < sorted.length; at++) {
        sorted[at] ^= Long.MIN_VALUE;
      }
      return new PackedIndex(sorted);
    }
  }
}
