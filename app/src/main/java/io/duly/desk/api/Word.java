package io.duly.desk.api;

import io.duly.desk.problem.Problem;
import io.duly.desk.problem.ProblemType;
import io.duly.desk.problem.Refusal;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words of the domain, as the API spells them: {@code cooling_off}. */
final class Word {
  private Word() {}

  /** @throws Refusal where there is no such word; says which there are */
  static <E extends Enum<E>> E of(Class<E> type, String word, String pointer) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> CaseJson.word(one).equals(word))
        .findFirst()
        .orElseThrow(() -> new Refusal(
            ProblemType.INVALID_REQUEST, "A field of the body is not good; see errors.",
            Problem.Part.of(pointer, "One of: " + Arrays.stream(type.getEnumConstants()).map(one -> one.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(", ")) + ".")));
  }
}
