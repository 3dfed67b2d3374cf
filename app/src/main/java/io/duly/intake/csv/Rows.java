package io.duly.intake.csv;

import java.io.IOException;
import java.io.Reader;
import java.util.Optional;

/**
 * The rows of a text, one after the other: {@link #next()}, then {@link #cells()}, {@link #cell}, {@link #line()},
 * {@link #problem()}. A row that cannot be taken apart is still a row, with its problem and its raw text; the next one
 * begins on the next line. A quote that is opened and not closed spoils its own line, not the rest of the file.
 */
public final class Rows implements AutoCloseable {
  /** Characters that a cell may have. */
  public static final int MAX_CELL = 32 * 1024;

  /** Characters that a row may have. */
  public static final int MAX_ROW = 1 << 20;

  /** Cells that a row may have. */
  public static final int MAX_CELLS = 1000;

  private final Window text;
  private final char separator;
  private final char quote;
  private final int[] from = new int[MAX_CELLS];
  private final int[] to = new int[MAX_CELLS];
  private final boolean[] doubled = new boolean[MAX_CELLS];
  private int count;
  private long line;
  private Problem problem = Problem.NONE;
  private int end;
  private Optional<String> cutOff = Optional.empty();

  /** What keeps a row from being taken apart. */
  public enum Problem {
    NONE,
    NOT_TEXT,
    QUOTE,
    CELL_TOO_LONG,
    ROW_TOO_LONG,
    TOO_MANY_CELLS
  }

  public Rows(Reader reader, char separator, char quote) {
    this.text = new Window(reader, MAX_ROW);
    this.separator = separator;
    this.quote = quote;
  }

  /** Goes to the next row that is not empty; false at the end of the text. */
  public boolean next() throws IOException {
    do {
      text.begin();
      if (text.look() < 0) {
        return false;
      }
      line = text.line();
      read();
    } while (problem == Problem.NONE && blank());
    return true;
  }

  private boolean blank() {
    for (int cell = 0; cell < count; cell++) {
      if (from[cell] != to[cell]) {
        return false;
      }
    }
    return true;
  }

  /** How many cells the row has. */
  public int cells() {
    return count;
  }

  /** The text of a cell without its quotes, empty where the row has no such cell. */
  public String cell(int index) {
    if (index >= count) {
      return "";
    }
    var cell = text.part(from[index], to[index]);
    return doubled[index] ? cell.replace("" + quote + quote, "" + quote) : cell;
  }

  /** The first character of a cell, a space where it is empty: cheaper than its text. */
  public char first(int index) {
    return index < count && from[index] < to[index] ? text.at(from[index]) : ' ';
  }

  /** The physical line on which the row begins, from 1. */
  public long line() {
    return line;
  }

  public Problem problem() {
    return problem;
  }

  /** The row as the file has it, without the end of its line; of a row that is too long the first {@link #MAX_ROW}. */
  public String raw() {
    return cutOff.orElseGet(() -> text.part(0, end));
  }

  private void read() throws IOException {
    count = 0;
    problem = Problem.NONE;
    cutOff = Optional.empty();
    int delimiter;
    do {
      delimiter = cell();
      end = text.passed() - (delimiter < 0 ? 0 : 1);
      count++;
    } while (delimiter == separator && problem == Problem.NONE && roomForMore());
    if (problem != Problem.NONE) {
      recover();
    } else if (delimiter == '\r' && text.look() == '\n') {
      text.take();
    }
    if (problem == Problem.NONE && text.odd()) {
      problem = Problem.NOT_TEXT;
    }
  }

  private boolean roomForMore() {
    if (count == MAX_CELLS) {
      problem = Problem.TOO_MANY_CELLS;
    }
    return problem == Problem.NONE;
  }

  private int cell() throws IOException {
    doubled[count] = false;
    return text.look() == quote ? quoted() : plain();
  }

  private int plain() throws IOException {
    from[count] = text.passed();
    int one = text.take();
    while (one != separator && one != '\n' && one != '\r' && one >= 0) {
      one = text.take();
    }
    to[count] = text.passed() - (one < 0 ? 0 : 1);
    bound();
    return one;
  }

  private int quoted() throws IOException {
    text.take();
    from[count] = text.passed();
    for (int one = text.take(); one >= 0 && text.passed() - from[count] <= MAX_CELL; one = text.take()) {
      if (one == quote) {
        if (text.look() != quote) {
          return afterQuote();
        }
        doubled[count] = true;
        text.take();
      }
    }
    problem = Problem.QUOTE;
    return -1;
  }

  private int afterQuote() throws IOException {
    to[count] = text.passed() - 1;
    int one = text.take();
    while (one == ' ' && separator != ' ') {
      one = text.take();
    }
    if (one != separator && one != '\n' && one != '\r' && one >= 0) {
      problem = Problem.QUOTE;
    }
    return one;
  }

  private void bound() {
    if (text.overflown()) {
      problem = Problem.ROW_TOO_LONG;
    } else if (to[count] - from[count] > MAX_CELL) {
      problem = Problem.CELL_TOO_LONG;
    }
  }

  /** Gives the row up: back to the end of its first line where a quote ran on, else on to the end of its line. */
  private void recover() throws IOException {
    if (text.overflown()) {
      problem = Problem.ROW_TOO_LONG;
      cutOff = Optional.of(text.part(0, text.passed()));
      text.skipLine();
    } else {
      text.back();
      int one = text.take();
      while (one != '\n' && one != '\r' && one >= 0) {
        one = text.take();
      }
      end = text.passed() - (one < 0 ? 0 : 1);
      if (one == '\r' && text.look() == '\n') {
        text.take();
      }
    }
    count = 0;
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
