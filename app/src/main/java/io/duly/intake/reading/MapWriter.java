package io.duly.intake.reading;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Writes a map as YAML, as {@link MapReader} reads it. */
public final class MapWriter {
  private final Map<String, Object> lines = new LinkedHashMap<>();

  /** A line of the map; nothing where there is nothing to say. */
  public MapWriter line(String key, Optional<String> value) {
    value.filter(text -> !text.isEmpty()).ifPresent(text -> lines.put(key, text.equals("\t") ? "tab" : text));
    return this;
  }

  /** @param columns name of a column to the word of a field, or {@code ignore} */
  public MapWriter columns(Map<String, String> columns) {
    if (!columns.isEmpty()) {
      lines.put("columns", new LinkedHashMap<>(columns));
    }
    return this;
  }

  public String text() {
    var options = new DumperOptions();
    options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
    options.setAllowUnicode(true);
    options.setWidth(1000);
    return new Yaml(options).dump(lines);
  }
}
