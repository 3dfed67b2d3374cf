package io.duly.identifiers;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.duly.rules.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Rows of others' lists, by the names of their columns; a test without them says that it skipped. */
public final class OthersRows {
  private OthersRows() {}

  public static List<Map<String, String>> of(String file) throws IOException {
    var path = SharedFiles.find("data/" + file);
    assumeTrue(path.isPresent(), "skipped: no shared folder with " + file + " beside the checkout");
    var lines = cells(Files.readString(path.orElseThrow()));
    var rows = new ArrayList<Map<String, String>>();
    for (var line : lines.subList(1, lines.size())) {
      var row = new LinkedHashMap<String, String>();
      for (int at = 0; at < lines.getFirst().size(); at++) {
        row.put(lines.getFirst().get(at), line.get(at));
      }
      rows.add(row);
    }
    return rows;
  }

  private static List<List<String>> cells(String text) {
    var lines = new ArrayList<List<String>>();
    var line = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (char one : text.replace("\"\"", "\u0001").toCharArray()) {
      if (one == '"') {
        quoted = !quoted;
      } else if (one == ',' && !quoted || one == '\n' && !quoted) {
        line.add(cell.toString().strip().replace('\u0001', '"'));
        cell.setLength(0);
        if (one == '\n') {
          lines.add(List.copyOf(line));
          line.clear();
        }
      } else {
        cell.append(one);
      }
    }
    return lines;
  }
}
