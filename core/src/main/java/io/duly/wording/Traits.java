package io.duly.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can be weighed about some words of one language: what they speak of, by the subjects in {@code leaning/en.yaml} and
 * the concepts of the rules, which are the same in all languages; two subjects together; and the beginnings of the words,
 * alone and in pairs, and the ends of long ones.
 */
final class Traits {
  private static final int STEM = 5;
  private static final int LONG = 8;

  private final Language language;
  private final Lexicon rules;
  private final Lexicon subjects;
  private final List<String> ruleConcepts;
  private final List<String> subjectNames;
  private final Set<String> pairable;

  private Traits(Language language, Lexicon rules, Lexicon subjects, List<String> ruleConcepts, List<String> subjectNames, Set<String> pairable) {
    this.language = language;
    this.rules = rules;
    this.subjects = subjects;
    this.ruleConcepts = ruleConcepts;
    this.subjectNames = subjectNames;
    this.pairable = pairable;
  }

  /** Of a language whose rules' lexicon is given. */
  static Traits of(Lexicon rules, List<String> ruleConcepts) {
    WordingFile file = WordingFile.shipped("leaning/" + rules.language().code() + ".yaml");
    List<String> names = file.names();
    var concepts = new Concepts(names);
    var vocabulary = new Vocabulary();
    var reader = new PatternReader(vocabulary, Map.of());
    var patterns = new ArrayList<Pattern>();
    for (String name : names) {
      for (String line : file.text(name).split("[;\\n]", -1)) {
        patterns.add(reader.read(concepts.number(name), line));
      }
    }
    var subjects = Lexicon.of(rules.language(), concepts, vocabulary, patterns, false, Set.of(), Map.of());
    return new Traits(
        rules.language(), rules, subjects, ruleConcepts, names, Set.of("you", "we", "nonpayment", "negation", "future", "must", "reported"));
  }

  /**
   * What one sentence has.
   *
   * @param subjects those that are paired with others
   */
  record Seen(Set<String> traits, Set<String> subjects) {}

  Seen read(List<Token> sentence) {
    var seen = new Seen(new TreeSet<>(), new TreeSet<>());
    add(subjects.read(sentence), subjectNames, "subject:", seen);
    add(rules.read(sentence), ruleConcepts, "concept:", seen);
    words(sentence, seen.traits());
    return seen;
  }

  /** The traits of sentences that are read as one, sorted. */
  static Collection<String> together(List<Seen> sentences) {
    var traits = new TreeSet<String>();
    var subjects = new TreeSet<String>();
    for (Seen sentence : sentences) {
      traits.addAll(sentence.traits());
      subjects.addAll(sentence.subjects());
    }
    pairs(List.copyOf(subjects), traits);
    return traits;
  }

  private void add(Passage passage, List<String> names, String kind, Seen seen) {
    for (int number = 0; number < names.size(); number++) {
      if (!passage.of(number).isEmpty()) {
        seen.traits().add(kind + names.get(number));
        if (kind.equals("subject:") || pairable.contains(names.get(number))) {
          seen.subjects().add(names.get(number));
        }
      }
    }
  }

  private static void pairs(List<String> names, Set<String> traits) {
    for (int first = 0; first < names.size(); first++) {
      for (int second = first + 1; second < names.size(); second++) {
        traits.add("both:" + names.get(first) + "+" + names.get(second));
      }
    }
  }

  private void words(List<Token> sentence, Set<String> traits) {
    String before = "^";
    for (Token token : sentence) {
      String stem = stem(token);
      traits.add(language.code() + ":" + stem);
      traits.add(language.code() + ":" + before + "_" + stem);
      ending(token).ifPresent(ending -> traits.add(language.code() + ":-" + ending));
      before = stem;
    }
    traits.add(language.code() + ":" + before + "_$");
  }

  /** What long words end in, as most of what is said is at the end of a compound: "Hauskredit". */
  private static Optional<String> ending(Token token) {
    String form = token.form();
    return form.length() < LONG ? Optional.empty() : Optional.of(form.substring(form.length() - STEM));
  }

  private static String stem(Token token) {
    String form = token.isNumber() ? "#" : token.form();
    return form.length() > STEM ? form.substring(0, STEM) : form;
  }
}
