package io.duly.banking.statement;

/**
 * Something a person should know about a file that was read nevertheless.
 *
 * @param place where in the file, such as {@code line 12}
 * @param sentence what is so and what was done about it
 */
public record Finding(String place, String sentence) {}
