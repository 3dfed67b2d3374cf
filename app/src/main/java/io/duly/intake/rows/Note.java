package io.duly.intake.rows;

/**
 * Something to tell about a row or a file.
 *
 * @param line the physical line, 0 where it is about the whole file
 * @param field the field's word, empty where it is about the row
 * @param code stable, for programs
 * @param message a sentence on which one can act
 */
public record Note(long line, String field, String code, String message) {}
