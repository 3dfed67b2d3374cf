package io.duly.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The project's own sentences, five languages, four kinds; the kinds are explained in the file. */
@Tag("P12")
class SentencesTest {
  private static final CaseFacts ALL_TRUE = CaseFacts.bearing(EnumSet.allOf(Claim.class));
  private static final CaseFacts ALL_FALSE = CaseFacts.bearing(Set.of());

  record Sentence(String language, String kind, String text) {
    private Severity gravest(CaseFacts facts) {
      Language declared = Language.of(language).orElseThrow();
      return ToneCheck.gravest(ToneCheck.of(declared).check(text, facts));
    }
  }

  static Stream<Sentence> harm() throws IOException {
    return kind("harm");
  }

  @ParameterizedTest
  @MethodSource("harm")
  void stopsWhatDoesHarm(Sentence sentence) {
    assertThat(sentence.gravest(CaseFacts.unknown())).isNotEqualTo(Severity.HINT);
  }

  static Stream<Sentence> claim() throws IOException {
    return kind("claim");
  }

  @ParameterizedTest
  @MethodSource("claim")
  void letsAClaimLeaveExactlyWhereTheCaseBearsIt(Sentence sentence) {
    assertThat(sentence.gravest(ALL_TRUE)).isEqualTo(Severity.HINT);
    assertThat(sentence.gravest(CaseFacts.unknown())).isEqualTo(Severity.NEEDS_APPROVAL);
    assertThat(sentence.gravest(ALL_FALSE)).isEqualTo(Severity.BLOCK);
  }

  static Stream<Sentence> harmless() throws IOException {
    return Stream.concat(kind("fine"), kind("spared"));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void letsTheRestLeaveWhateverTheCase(Sentence sentence) {
    assertThat(sentence.gravest(ALL_FALSE)).isEqualTo(Severity.HINT);
  }

  private static Stream<Sentence> kind(String kind) throws IOException {
    try (InputStream file = SentencesTest.class.getResourceAsStream("sentences.txt")) {
      String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("\n", -1))
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split(" \\| ", 3))
          .map(parts -> new Sentence(parts[0], parts[1], parts[2]))
          .filter(sentence -> sentence.kind().equals(kind));
    }
  }
}
