package io.duly.correspondence.template;

/**
 * One thing that is wrong with the text of a template.
 *
 * @param line from 1; 0 where something is missing as a whole
 * @param message a sentence that says what is wrong and what to write instead
 */
public record TemplateProblem(int line, String message) {

  @Override
  public String toString() {
    return line == 0 ? message : "line " + line + ": " + message;
  }
}
