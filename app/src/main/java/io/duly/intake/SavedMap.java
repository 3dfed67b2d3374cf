package io.duly.intake;

/**
 * A map that a creditor's files are read with.
 *
 * @param creditor the creditor's name
 * @param yaml as {@code docs/import.md} has it
 */
public record SavedMap(String creditor, String name, String yaml) {}
