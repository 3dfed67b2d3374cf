package io.duly.wording;

/**
 * One thing that is wrong with a text, or missing from it.
 *
 * @param from where its words begin in the text, in chars
 * @param to behind their last char; equal to {@code from} where something is missing
 * @param words the words as they stand in the text
 * @param rule the name of the rule, such as {@code police}
 * @param law the laws and rules behind it
 * @param why in a sentence
 * @param better how to say it instead, in the language of the words
 */
public record Finding(
    int from,
    int to,
    String words,
    Category category,
    Severity severity,
    String rule,
    String law,
    String why,
    String better) {

  boolean overlaps(Finding other) {
    return from < other.to && other.from < to;
  }
}
