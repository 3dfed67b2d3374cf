package io.duly.journal;

/**
 * What an exported file holds.
 *
 * @param head the hash of the last entry, in hexadecimal: kept elsewhere, it proves that none was removed at the end
 */
public record Exported(String head, int entries, int documents) {}
