package io.duly.intake.reading;

/** The cells of one row, tidied. */
@FunctionalInterface
public interface Cells {
  /** Empty where the row has no such cell. */
  String cell(int index);

  /** Without spaces around; {@code ="0042"}, which keeps another program from dropping the zeros, is the text 0042. */
  static String tidy(String cell) {
    var text = cell.strip();
    return text.startsWith("=\"") && text.length() > 2 && text.indexOf('"', 2) == text.length() - 1
        ? text.substring(2, text.length() - 1)
        : text;
  }
}
