package io.duly.wording;

import java.util.Optional;

/**
 * What a reply seems to say. A suggestion for the person who reads it: nothing may be done because of it, except what
 * keeps us silent (P23).
 *
 * @param from where the words begin in the reply
 * @param to behind the last of them
 * @param words that say so, in the writer's spelling
 * @param cause of a hardship: {@code jobLoss}, {@code noMoney}, {@code health}, {@code bereavement}, {@code home} or
 *     {@code separation}
 */
public record ReplySuggestion(ReplyMeaning meaning, int from, int to, String words, Optional<String> cause) {}
