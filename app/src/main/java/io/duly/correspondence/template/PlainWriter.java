package io.duly.correspondence.template;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a message as plain text in lines of at most 72 signs, tables aligned in up to 76. */
final class PlainWriter {
  private static final int WIDTH = 72;
  private static final int TABLE = 76;

  private final int width;
  private final StringBuilder text = new StringBuilder();

  private PlainWriter(int width) {
    this.width = width;
  }

  static String text(List<Piece> pieces) {
    return new PlainWriter(WIDTH).all(pieces);
  }

  static String unwrapped(List<Piece> pieces) {
    return new PlainWriter(Integer.MAX_VALUE).all(pieces);
  }

  private String all(List<Piece> pieces) {
    pieces.forEach(this::write);
    return text.toString().stripTrailing() + "\n";
  }

  private void write(Piece piece) {
    switch (piece) {
      case Piece.Paragraph one -> wrap(words(one.runs()), "", "");
      case Piece.Items list -> list.items().forEach(item -> wrap(words(item), "- ", "  "));
      case Piece.Table table -> table(table);
      case Piece.Payment payment -> payment(payment);
      case Piece.Signature signature -> signature(signature);
      case Piece.Way way -> {
        wrap(way.words(), "", "");
        line(way.address());
        way.code().ifPresent(this::line);
      }
      case Piece.Notice notice -> wrap(notice.text(), "", "");
    }
    text.append('\n');
  }

  private static String words(List<Piece.Run> runs) {
    return runs.stream()
        .map(run -> run.address().filter(address -> !run.text().equals(address)).map(address -> run.text() + " <" + address + ">").orElse(run.text()))
        .collect(Collectors.joining());
  }

  private void wrap(String words, String first, String next) {
    for (var line : words.split("\n", -1)) {
      wrapLine(line.strip(), first, next);
    }
  }

  /** A no-break space holds a line together and leaves as a plain one. */
  private void wrapLine(String words, String first, String next) {
    var line = new StringBuilder(first);
    boolean empty = true;
    for (var word : words.split("[ \t]+", -1)) {
      if (!empty && line.length() + 1 + word.length() > width) {
        line(line);
        line = new StringBuilder(next);
        empty = true;
      }
      line.append(empty ? "" : " ").append(word);
      empty = false;
    }
    line(line);
  }

  private void line(CharSequence line) {
    text.append(spaces(line.toString()).stripTrailing()).append('\n');
  }

  private static String spaces(String text) {
    return text.replace('\u00A0', ' ').replace('\u202F', ' ');
  }

  private void table(Piece.Table table) {
    line(table.caption());
    var all = new ArrayList<List<String>>();
    all.add(table.columns());
    all.addAll(table.rows());
    int[] widths = widths(all, table.columns().size());
    boolean narrow = sum(widths) + 2 * (widths.length - 1) <= TABLE;
    for (var row : all) {
      rows(row, widths, table.numbersFrom(), narrow);
    }
    for (var total : table.totals()) {
      total(total, Math.min(TABLE, narrow ? sum(widths) + 2 * (widths.length - 1) : TABLE));
    }
  }

  /** Where a row is too wide, its first cell has a line of its own. */
  private void rows(List<String> row, int[] widths, int numbersFrom, boolean narrow) {
    var line = new StringBuilder();
    for (int at = 0; at < row.size(); at++) {
      if (at == 0 && !narrow) {
        line(row.getFirst());
        line.append("  ");
        continue;
      }
      line.append(at == 0 || (at == 1 && !narrow) ? "" : "  ").append(aligned(row.get(at), widths[at], at >= numbersFrom));
    }
    line(line);
  }

  private void total(List<String> total, int width) {
    int gap = width - total.getFirst().length() - total.getLast().length();
    if (gap >= 2) {
      line(total.getFirst() + " ".repeat(gap) + total.getLast());
    } else {
      wrap(total.getFirst(), "", "");
      line(" ".repeat(Math.max(0, width - total.getLast().length())) + total.getLast());
    }
  }

  private static String aligned(String cell, int width, boolean right) {
    var blanks = " ".repeat(Math.max(0, width - cell.length()));
    return right ? blanks + cell : cell + blanks;
  }

  private static int[] widths(List<List<String>> rows, int columns) {
    int[] widths = new int[columns];
    for (var row : rows) {
      for (int at = 0; at < columns; at++) {
        widths[at] = Math.max(widths[at], row.get(at).length());
      }
    }
    return widths;
  }

  private static int sum(int[] widths) {
    int sum = 0;
    for (int width : widths) {
      sum += width;
    }
    return sum;
  }

  private void payment(Piece.Payment payment) {
    line(payment.caption());
    int name = payment.rows().stream().mapToInt(row -> row.getFirst().length()).max().orElse(0);
    for (var row : payment.rows()) {
      wrapLine(row.getLast(), aligned(row.getFirst(), name, false) + "  ", " ".repeat(name + 2));
    }
  }

  private void signature(Piece.Signature signature) {
    line(signature.closing());
    line("");
    line(signature.name());
    signature.lines().forEach(this::line);
  }
}
