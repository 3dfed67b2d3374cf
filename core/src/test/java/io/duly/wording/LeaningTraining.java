package io.duly.wording;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Learns the weights from the project's own sentences and templates (logistic regression, AdaGrad, always the same order), and
 * writes them: run {@link #main} with the file to write, {@code core/src/main/resources/io/duly/wording/leaning/weights.txt}, and the
 * folder of the templates, {@code app/src/main/resources/io/duly/correspondence/template}.
 */
final class LeaningTraining {
  private static final int ROUNDS = 20;
  private static final double STEP = 0.3;
  private static final double DECAY = 0.04;
  private static final double BASE_STEP = 0.05;
  private static final int FEWEST = 2;
  private static final String HEAD = "# Learnt from the project's own sentences; LeaningTraining writes this file. Trait, weight in hundredths.\n";

  /** What must never be stopped counts more. */
  private static final Map<String, Integer> WEIGHTS = Map.of("fine", 6, "spared", 6, "claim", 6, "template", 4);

  private record Example(List<String> traits, boolean harmful) {}

  private final Map<String, Double> weights = new HashMap<>();
  private final Map<String, Double> squares = new HashMap<>();
  private double base;

  private LeaningTraining() {}

  public static void main(String[] arguments) throws IOException {
    var sentences = new ArrayList<>(OwnSentences.all());
    if (arguments.length > 1) {
      sentences.addAll(templates(Path.of(arguments[1])));
    }
    Files.writeString(Path.of(arguments[0]), learnt(sentences));
  }

  /** The sentences of shipped templates and of the words that laws prescribe beside them, which lie in a folder per language. */
  private static List<OwnSentences.Sentence> templates(Path folder) throws IOException {
    var found = new ArrayList<OwnSentences.Sentence>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().matches(".*\\.(md|properties)")).sorted().toList()) {
        Language language = Language.of(String.valueOf(file.getParent().getFileName())).orElseThrow();
        for (String line : lines(file)) {
          for (List<Token> sentence : Sentences.of(Tokens.of(line))) {
            found.add(new OwnSentences.Sentence(language, "template", line.substring(sentence.getFirst().from(), sentence.getLast().to())));
          }
        }
      }
    }
    return found;
  }

  private static List<String> lines(Path file) throws IOException {
    String text = Files.readString(file).replaceAll("\\{\\{[^}]*}}|\\{\\w+}", " ");
    boolean named = file.toString().endsWith(".properties");
    return text.lines().filter(line -> !line.startsWith("#")).map(line -> named ? line.replaceFirst("^[\\w.]+ *= *", "") : line).toList();
  }

  static String learnt(List<OwnSentences.Sentence> sentences) {
    var training = new LeaningTraining();
    training.learn(frequent(examples(sentences)));
    var text = new StringBuilder(HEAD).append("base ").append(Math.round(100 * training.base)).append('\n');
    new TreeMap<>(training.weights).forEach((trait, weight) -> {
      long hundredths = Math.round(100 * weight);
      if (hundredths != 0) {
        text.append(trait).append(' ').append(hundredths).append('\n');
      }
    });
    return text.toString();
  }

  private static List<Example> examples(List<OwnSentences.Sentence> sentences) {
    var examples = new ArrayList<Example>();
    for (OwnSentences.Sentence sentence : sentences) {
      Collection<String> traits = Wording.SHIPPED.leaning().traits(sentence.language(), Sentences.of(Tokens.of(sentence.text())));
      var example = new Example(List.copyOf(traits), sentence.isHarmful());
      examples.addAll(Collections.nCopies(WEIGHTS.getOrDefault(sentence.kind(), 1), example));
    }
    return examples;
  }

  private static List<Example> frequent(List<Example> examples) {
    var counts = new HashMap<String, Integer>();
    examples.forEach(example -> example.traits().forEach(trait -> counts.merge(trait, 1, Integer::sum)));
    return examples.stream()
        .map(example -> new Example(example.traits().stream().filter(trait -> counts.getOrDefault(trait, 0) >= FEWEST).toList(), example.harmful()))
        .toList();
  }

  private void learn(List<Example> examples) {
    var order = new ArrayList<>(examples);
    var random = new Random(1);
    for (int round = 0; round < ROUNDS; round++) {
      Collections.shuffle(order, random);
      order.forEach(this::learn);
    }
  }

  private void learn(Example example) {
    double share = 1 / Math.sqrt(Math.max(1, example.traits().size()));
    double sum = base;
    for (String trait : example.traits()) {
      sum += share * weights.getOrDefault(trait, 0.0);
    }
    double error = 1 / (1 + Math.exp(-sum)) - (example.harmful() ? 1 : 0);
    base -= BASE_STEP * error;
    for (String trait : example.traits()) {
      double slope = error * share + DECAY * weights.getOrDefault(trait, 0.0);
      double square = squares.merge(trait, slope * slope, Double::sum) + 0.01;
      weights.merge(trait, -STEP * slope / Math.sqrt(square), Double::sum);
    }
  }
}
