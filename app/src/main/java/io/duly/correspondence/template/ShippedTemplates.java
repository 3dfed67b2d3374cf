package io.duly.correspondence.template;

import io.duly.wording.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** The templates that come with Duly, one file per kind and language. */
final class ShippedTemplates {
  private static final Map<String, Template> READ = new ConcurrentHashMap<>();

  private ShippedTemplates() {}

  static Template of(Kind kind, Language language) {
    return READ.computeIfAbsent(file(kind, language), _ -> TemplateReader.read(kind, text(kind, language)));
  }

  /** The text of a file, to begin one's own from. */
  static String text(Kind kind, Language language) {
    var file = file(kind, language);
    try (var stream = Objects.requireNonNull(ShippedTemplates.class.getResourceAsStream(file), file)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The template " + file + " cannot be read", unreadable);
    }
  }

  private static String file(Kind kind, Language language) {
    return language.code() + "/" + kind.word() + ".md";
  }
}
