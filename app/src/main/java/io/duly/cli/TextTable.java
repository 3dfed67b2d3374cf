package io.duly.cli;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.List;

/** Lines of text in columns as wide as their widest cell; columns whose heading begins with {@code >} are aligned right. */
final class TextTable {
  private final List<List<String>> rows = new ArrayList<>();
  private final List<Boolean> right;

  TextTable(String... headings) {
    right = List.of(headings).stream().map(heading -> heading.startsWith(">")).toList();
    rows.add(List.of(headings).stream().map(heading -> heading.startsWith(">") ? heading.substring(1) : heading).toList());
  }

  void row(Object... cells) {
    rows.add(List.of(cells).stream().map(cell -> cell.toString().replaceAll("\\p{Cntrl}", " ")).toList());
  }

  /** One line each, the headings first, no blanks at the end of a line. */
  List<String> lines() {
    var widths = new int[right.size()];
    rows.forEach(row -> widen(widths, row));
    return rows.stream().map(row -> line(widths, row).stripTrailing()).toList();
  }

  private static void widen(int[] widths, List<String> row) {
    for (int at = 0; at < widths.length; at++) {
      widths[at] = Math.max(widths[at], width(row.get(at)));
    }
  }

  private String line(int[] widths, List<String> row) {
    var line = new StringBuilder();
    for (int at = 0; at < widths.length; at++) {
      var blanks = " ".repeat(widths[at] - width(row.get(at)));
      line.append(right.get(at) ? blanks + row.get(at) : row.get(at) + blanks).append("  ");
    }
    return line.toString();
  }

  /** A terminal gives Chinese, Japanese and Korean characters two places. */
  private static int width(String cell) {
    return cell.codePoints().map(TextTable::width).sum();
  }

  private static int width(int character) {
    return switch (UCharacter.getIntPropertyValue(character, UProperty.EAST_ASIAN_WIDTH)) {
      case UCharacter.EastAsianWidth.WIDE, UCharacter.EastAsianWidth.FULLWIDTH -> 2;
      default -> 1;
    };
  }
}
