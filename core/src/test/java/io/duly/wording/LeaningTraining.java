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

/**
 * Learns the weights from the project's own sentences (logistic regression, AdaGrad, always the same order), and writes
 * them: run {@link #main} with the file to write, {@code core/src/main/resources/io/duly/wording/leaning/weights.txt}.
 */
final class LeaningTraining {
  private static final int ROUNDS = 12;
  private static final double STEP = 0.3;
  private static final double DECAY = 0.01;
  private static final double BASE_STEP = 0.05;
  private static final int FEWEST = 2;
  private static final String HEAD = "# Learnt from the project's own sentences; LeaningTraining writes this file. Trait, weight in hundredths.\n";

  private record Example(List<String> traits, boolean harmful) {}

  private final Map<String, Double> weights = new HashMap<>();
  private final Map<String, Double> squares = new HashMap<>();
  private double base;

  private LeaningTraining() {}

  public static void main(String[] arguments) throws IOException {
    Files.writeString(Path.of(arguments[0]), learnt(OwnSentences.all()));
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

  /** What must never be stopped counts four times. */
  private static List<Example> examples(List<OwnSentences.Sentence> sentences) {
    var examples = new ArrayList<Example>();
    for (OwnSentences.Sentence sentence : sentences) {
      Collection<String> traits = Wording.SHIPPED.leaning().traits(sentence.language(), Sentences.of(Tokens.of(sentence.text())));
      var example = new Example(List.copyOf(traits), sentence.isHarmful());
      examples.addAll(Collections.nCopies(List.of("fine", "spared", "claim").contains(sentence.kind()) ? 4 : 1, example));
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
