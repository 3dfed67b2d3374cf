package io.duly.intake.reading;

/** The cells of one row, stripped of spaces around them. */
@FunctionalInterface
public interface Cells {
  /** Empty where the row has no such cell. */
  String cell(int index);
}
