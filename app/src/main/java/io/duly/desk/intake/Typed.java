package io.duly.desk.intake;

import io.duly.intake.AsideRow;
import io.duly.intake.MendedRow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.util.MultiValueMap;

/**
 * What somebody typed into the rows that are set aside.
 *
 * @param shown the rows that the page had
 * @param picked those among them that are marked
 * @param everywhere all rows like those shown are meant, on other pages too
 * @param column the one that gets one value in all rows meant, from 0
 * @param value that value
 * @param cells what was typed, by {@code c.<row>.<column>}
 */
record Typed(
    Set<UUID> shown, Set<UUID> picked, boolean everywhere, Optional<Integer> column, String value, Map<String, List<String>> cells) {

  static Typed of(MultiValueMap<String, String> form) {
    var column = Optional.ofNullable(form.getFirst("column")).filter(text -> text.matches("[0-9]{1,4}")).map(Integer::valueOf);
    var value = Optional.ofNullable(form.getFirst("value")).orElse("");
    return new Typed(ids(form, "shown"), ids(form, "pick"), form.containsKey("everywhere"), column, value, form);
  }

  private static Set<UUID> ids(MultiValueMap<String, String> form, String name) {
    var ids = new LinkedHashSet<UUID>();
    for (var text : form.getOrDefault(name, List.of())) {
      if (text.length() == 36) {
        ids.add(UUID.fromString(text));
      }
    }
    return ids;
  }

  /** The rows that are to be read again: those meant, and those in which something was typed. */
  List<MendedRow> mended(List<AsideRow> rows) {
    var mended = new ArrayList<MendedRow>();
    for (var row : rows) {
      var typed = typed(row);
      if (isMeant(row) || !typed.equals(row.cells())) {
        mended.add(new MendedRow(row.id(), isMeant(row) ? filled(typed) : typed));
      }
    }
    return mended;
  }

  boolean isMeant(AsideRow row) {
    return picked.contains(row.id()) || everywhere;
  }

  private List<String> typed(AsideRow row) {
    var cells = new ArrayList<String>();
    for (int at = 0; at < row.cells().size(); at++) {
      var sent = cells(row, at).map(text -> text.replace("\r\n", "\n"));
      cells.add(sent.orElse(row.cells().get(at)));
    }
    return cells;
  }

  private Optional<String> cells(AsideRow row, int at) {
    return Optional.ofNullable(cells.get("c." + row.id() + "." + at)).map(List::getFirst);
  }

  private List<String> filled(List<String> typed) {
    var cells = new ArrayList<>(typed);
    column.filter(at -> at < cells.size()).ifPresent(at -> cells.set(at, value));
    return cells;
  }
}
