package io.duly.intake.stage;

/**
 * What became of the rows of a file.
 *
 * @param imported rows that brought something new, those of days to come with them
 * @param duplicates rows that brought nothing new
 * @param quarantined rows that were set aside
 * @param keptBack documents and payments that wait for their day
 */
public record Outcome(long rows, long imported, long duplicates, long quarantined, long keptBack) {}
