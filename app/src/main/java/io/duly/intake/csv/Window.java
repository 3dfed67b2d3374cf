package io.duly.intake.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** The part of a text from the beginning of the row being read: one can look ahead, go back to it, and never beyond a bound. */
final class Window implements AutoCloseable {
  private final Reader reader;
  private final int bound;
  private char[] buffer = new char[1 << 16];
  private int start;
  private int at;
  private int limit;
  private boolean ended;
  private long line = 1;
  private long lineAtStart = 1;
  private boolean odd;

  Window(Reader reader, int bound) {
    this.reader = reader;
    this.bound = bound;
  }

  /** A row begins here; what was before is forgotten. */
  void begin() {
    start = at;
    lineAtStart = line;
    odd = false;
  }

  /** The row holds a character that no text has: a zero, or what stands for bytes that mean nothing. */
  boolean odd() {
    return odd;
  }

  /** The next character without taking it; -1 at the end of the text or of the bound. */
  int look() throws IOException {
    return at < limit || fill() ? buffer[at] : -1;
  }

  int take() throws IOException {
    if (at == limit && !fill()) {
      return -1;
    }
    char one = buffer[at++];
    odd |= one == 0 || one == '\uFFFD';
    if (one == '\n' || (one == '\r' && look() != '\n')) {
      line++;
    }
    return one;
  }

  /** How many characters of the row were taken. */
  int passed() {
    return at - start;
  }

  /** The row is longer than the bound. */
  boolean overflown() {
    return at - start >= bound;
  }

  String part(int from, int to) {
    return new String(buffer, start + from, to - from);
  }

  char at(int offset) {
    return buffer[start + offset];
  }

  long line() {
    return line;
  }

  /** Back to where the row began. */
  void back() {
    at = start;
    line = lineAtStart;
  }

  /** Goes to the end of the line and forgets what it passes. */
  void skipLine() throws IOException {
    int one;
    do {
      begin();
      one = take();
    } while (one >= 0 && one != '\n' && !(one == '\r' && look() != '\n'));
  }

  private boolean fill() throws IOException {
    if (ended || overflown()) {
      return false;
    }
    if (start > 0) {
      System.arraycopy(buffer, start, buffer, 0, limit - start);
      limit -= start;
      at -= start;
      start = 0;
    }
    if (limit == buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.min(buffer.length * 2, bound));
    }
    int count = reader.read(buffer, limit, buffer.length - limit);
    ended = count < 0;
    limit += Math.max(count, 0);
    return count > 0;
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
