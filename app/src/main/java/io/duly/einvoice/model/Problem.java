package io.duly.einvoice.model;

import java.util.Optional;

/**
 * Something that is wrong with a document.
 *
 * @param code a rule of EN 16931 or one of its own, stable, for programs
 * @param fatal the rule is one that makes the document invalid
 * @param row the line of the file
 * @param where which part of the document, in words
 */
public record Problem(String code, boolean fatal, Optional<Long> row, Optional<String> where, String message) {
  public static Problem told(String code, String message) {
    return new Problem(code, false, Optional.empty(), Optional.empty(), message);
  }

  public static Problem fatal(String code, String message) {
    return new Problem(code, true, Optional.empty(), Optional.empty(), message);
  }
}
