package io.duly.intake;

import java.util.List;
import java.util.UUID;

/**
 * A row that was set aside, as it is to be from now on.
 *
 * @param id of the {@link AsideRow}
 * @param cells all its cells by column, changed or not
 */
public record MendedRow(UUID id, List<String> cells) {
  public MendedRow {
    cells = List.copyOf(cells);
  }
}
