package io.duly.strategy;

/**
 * One thing that is wrong with the text of a policy.
 *
 * @param line from 1
 * @param column from 1
 * @param path of the key, as in {@code steps[2].conditions.amountAtLeast}; empty for the text as a
 *     whole
 * @param message a sentence that says what is wrong and what to write instead
 */
public record PolicyProblem(int line, int column, String path, String message) {

  /** {@code line 12, column 5 (steps[2].gap): …}. */
  @Override
  public String toString() {
    return "line "
        + line
        + ", column "
        + column
        + (path.isEmpty() ? "" : " (" + path + ")")
        + ": "
        + message;
  }
}
