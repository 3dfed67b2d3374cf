package io.duly.intake;

/**
 * What became of rows that were mended.
 *
 * @param taken were taken in and brought something new
 * @param known say only what is known already, and are done with
 * @param remain are still set aside; each says what is wrong with it now
 * @param gone were mended or discarded by somebody else before
 */
public record Mended(int taken, int known, int remain, int gone) {}
