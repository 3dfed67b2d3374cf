package io.duly.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The sentences written for this project, by which its tone check is taught and measured. */
public final class OwnSentences {
  private OwnSentences() {}

  /**
   * One sentence.
   *
   * @param kind {@code harm} and {@code threat} do harm; {@code fine}, {@code spared}, {@code claim} and {@code lawful}
   *     do not; the files say more
   */
  public record Sentence(Language language, String kind, String text) {
    public boolean isHarmful() {
      return kind.equals("harm") || kind.equals("threat");
    }
  }

  /** All of them, by language, in the order of the files. */
  public static List<Sentence> all() {
    var all = new ArrayList<Sentence>();
    for (Language language : Language.values()) {
      all.addAll(of(language));
    }
    return all;
  }

  private static List<Sentence> of(Language language) {
    String name = "sentences/" + language.code() + ".txt";
    try (InputStream file = OwnSentences.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException("No file \"" + name + "\" is shipped with the wording");
      }
      return Arrays.stream(new String(file.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1))
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> sentence(language, line))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The shipped file " + name + " cannot be read", unreadable);
    }
  }

  private static Sentence sentence(Language language, String line) {
    String[] parts = line.split(" \\| ", 2);
    return new Sentence(language, parts[0], parts[1]);
  }
}
