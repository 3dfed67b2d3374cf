package io.duly.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One shipped file of rules or words: texts, lists of texts, and sections of these. */
final class WordingFile {
  private final String name;
  private final Map<?, ?> section;

  private WordingFile(String name, Map<?, ?> section) {
    this.name = name;
    this.section = section;
  }

  static WordingFile shipped(String name) {
    try (InputStream file = WordingFile.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalArgumentException("No file \"" + name + "\" is shipped with the wording");
      }
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return section(name, new Yaml(new SafeConstructor(new LoaderOptions())).load(text));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The shipped file " + name + " cannot be read", unreadable);
    }
  }

  private static WordingFile section(String name, Object value) {
    if (value instanceof Map<?, ?> map) {
      return new WordingFile(name, map);
    }
    throw new IllegalArgumentException(name + ": names with values belong here, not " + value);
  }

  List<String> names() {
    return section.keySet().stream().map(String::valueOf).toList();
  }

  Optional<String> find(String key) {
    return Optional.ofNullable(section.get(key)).map(String::valueOf);
  }

  String text(String key) {
    return find(key).orElseThrow(() -> new IllegalArgumentException(name + ": \"" + key + "\" is missing"));
  }

  List<String> texts(String key) {
    return section.get(key) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }

  WordingFile section(String key) {
    return section(name + "." + key, Optional.<Object>ofNullable(section.get(key)).orElse(Map.of()));
  }

  List<WordingFile> sections(String key) {
    return section.get(key) instanceof List<?> list
        ? list.stream().map(each -> section(name + "." + key, each)).toList()
        : List.of();
  }
}
