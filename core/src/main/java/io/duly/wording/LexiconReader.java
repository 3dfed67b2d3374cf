package io.duly.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the file of one language. */
final class LexiconReader {
  private final String name;
  private final Language language;
  private final Concepts concepts;
  private final WordingFile file;
  private final Vocabulary vocabulary = new Vocabulary();

  private LexiconReader(String name, Language language, Concepts concepts) {
    this.name = name;
    this.language = language;
    this.concepts = concepts;
    this.file = WordingFile.shipped(name);
  }

  static Lexicon read(Language language, Concepts concepts) {
    return new LexiconReader(language.code() + ".yaml", language, concepts).lexicon();
  }

  /** What replies in that language say. */
  static Lexicon ofReplies(Language language, Concepts concepts) {
    return new LexiconReader("replies-" + language.code() + ".yaml", language, concepts).lexicon();
  }

  private Lexicon lexicon() {
    var reader = new PatternReader(vocabulary, named());
    var patterns = new ArrayList<Pattern>();
    WordingFile meanings = file.section("concepts");
    for (String concept : meanings.names()) {
      int number = concepts.number(concept);
      lines(meanings.text(concept)).forEach(line -> patterns.add(pattern(reader, concept, number, line)));
    }
    return Lexicon.of(
        language, concepts, vocabulary, patterns,
        Boolean.parseBoolean(file.find("negationBehind").orElse("false")),
        words(file.text("common")).collect(Collectors.toUnmodifiableSet()),
        better());
  }

  private Pattern pattern(PatternReader reader, String concept, int number, String line) {
    try {
      return reader.read(number, line);
    } catch (IllegalArgumentException wrong) {
      throw new IllegalArgumentException(name + ", " + concept + ": " + wrong.getMessage(), wrong);
    }
  }

  private Map<String, Set<String>> named() {
    var named = new HashMap<String, Set<String>>();
    WordingFile words = file.section("words");
    for (String name : words.names()) {
      var all = new HashSet<String>();
      for (String word : words.text(name).strip().split("\\s+", -1)) {
        all.addAll(word.startsWith("@") ? named.getOrDefault(word.substring(1), Set.of()) : PatternReader.spellings(word));
      }
      named.put(name, Set.copyOf(all));
    }
    return named;
  }

  private Map<String, String> better() {
    WordingFile better = file.section("better");
    return better.names().stream().collect(Collectors.toMap(name -> name, better::text));
  }

  private static Stream<String> words(String text) {
    return Arrays.stream(text.strip().split("\\s+", -1)).map(Folding::text);
  }

  private static List<String> lines(String text) {
    return Arrays.stream(text.split("[;\\n]", -1)).filter(line -> !line.isBlank()).toList();
  }
}
