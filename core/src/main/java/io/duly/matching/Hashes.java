package io.duly.matching;

/** Keys of 64 bits for short texts, each kind of key in a space of its own. */
final class Hashes {
  static final long NUMBER = 1;
  static final long DIGITS = 2;
  static final long REFERENCE = 3;
  static final long AMOUNT = 4;
  static final long WHOLE_NAME = 5;
  static final long WORD = 6;
  static final long BEGINNING = 7;
  static final long ACCOUNT = 8;
  static final long CUSTOMER = 9;

  private Hashes() {}

  static long of(long kind, CharSequence text) {
    return of(kind, text, 0, text.length());
  }

  static long of(long kind, CharSequence text, int from, int to) {
    long hash = 0xcbf29ce484222325L ^ kind * 0x9E3779B97F4A7C15L;
    for (int at = from; at < to; at++) {
      hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
    }
    return mixed(hash);
  }

  static long of(long kind, long value, long other) {
    return mixed(mixed(value ^ kind * 0x9E3779B97F4A7C15L) + other);
  }

  private static long mixed(long hash) {
    long first = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
    long second = (first ^ first >>> 27) * 0x94D049BB133111EBL;
    return second ^ second >>> 31;
  }
}
