package io.duly.intake;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A row that was set aside and waits to be mended.
 *
 * @param line of the file
 * @param column the one that is wrong, from 0; empty where the whole row is
 * @param field the word of the field that is wrong
 * @param message what is wrong and what to do
 * @param cells by column; one more than there are columns where the row has more
 */
public record AsideRow(
    UUID id, long line, Optional<Integer> column, Optional<String> field, String code, String message, List<String> cells) {}
