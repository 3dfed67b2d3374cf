package io.duly.wording;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How much traits speak for a threat (above nought) or for a good letter (below).
 *
 * @param base what is said by no trait at all
 */
record Weights(double base, Map<String, Double> byTrait) {
  private static final String BASE = "base";
  private static final double UNIT = 100;

  /** Reads {@code leaning/weights.txt}: a trait and its weight in hundredths a line. */
  static Weights shipped() {
    try (InputStream file = Weights.class.getResourceAsStream("leaning/weights.txt")) {
      if (file == null) {
        throw new IllegalStateException("No weights are shipped with the wording");
      }
      return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException("The shipped weights cannot be read", unreadable);
    }
  }

  private static Weights read(String text) {
    var weights = new HashMap<String, Double>();
    text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
      int space = line.indexOf(' ');
      weights.put(line.substring(0, space), Integer.parseInt(line.substring(space + 1)) / UNIT);
    });
    Double base = weights.remove(BASE);
    return new Weights(base == null ? 0 : base, Map.copyOf(weights));
  }

  /** Above nought leans to a threat; many traits weigh no more than few of the same mix, unknown ones nothing. */
  double score(Collection<String> traits) {
    double sum = 0;
    int known = 0;
    for (String trait : traits) {
      Double weight = byTrait.get(trait);
      sum += weight == null ? 0 : weight;
      known += weight == null ? 0 : 1;
    }
    return base + sum / Math.sqrt(Math.max(1, known));
  }

  /** The subject that weighs most. */
  Optional<String> heaviest(Collection<String> traits) {
    return traits.stream()
        .filter(trait -> trait.startsWith("subject:"))
        .max((one, other) -> Double.compare(byTrait.getOrDefault(one, 0.0), byTrait.getOrDefault(other, 0.0)))
        .map(trait -> trait.substring("subject:".length()));
  }
}
