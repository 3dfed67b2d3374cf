package io.duly.banking.export;

import io.duly.intake.ListPreview;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The columns of a list as a map calls them.
 *
 * @param keys what a map calls them, in the order of the list
 * @param below rows below their names
 */
record ListColumns(List<String> keys, List<Line> below) {
  private static final int SAMPLES = 3;

  /** Of a list that a map fits. */
  static ListColumns of(Fitted fitted, List<Line> head) {
    var below = head.subList(Math.min(fitted.above(), head.size()), head.size());
    int width = below.stream().limit(200).mapToInt(line -> line.cells().size()).max().orElse(0);
    if (!fitted.map().header()) {
      return new ListColumns(Draft.numbers(width), below);
    }
    var names = new ArrayList<>(head.get(fitted.above() - 1).cells());
    IntStream.range(names.size(), width).forEach(_ -> names.add(""));
    return new ListColumns(Draft.keys(names), below);
  }

  /** Of a list of which nobody has said yet what they are. */
  static ListColumns of(Draft draft, List<Line> head) {
    return new ListColumns(draft.keys(), head.subList(draft.header().map(at -> at + 1).orElse(0), head.size()));
  }

  /** @param chosen what somebody said of columns, by the names of the map */
  List<ListPreview.Column> as(Map<String, String> chosen) {
    return IntStream.range(0, keys.size())
        .mapToObj(at -> new ListPreview.Column(keys.get(at), samples(at), Optional.ofNullable(chosen.get(keys.get(at))).filter(word -> !word.equals(Column.IGNORE.word())).orElse("")))
        .toList();
  }

  private List<String> samples(int at) {
    return below.stream().map(line -> line.cell(at)).filter(cell -> !cell.isEmpty()).distinct().limit(SAMPLES).map(cell -> cell.length() > 60 ? cell.substring(0, 60) + "…" : cell).toList();
  }
}
