package io.duly.wording;

/**
 * How far somebody seems to wish to be left alone.
 *
 * @param words that say so, in the writer's spelling
 */
public record StopSuggestion(StopWish wish, String words) {}
