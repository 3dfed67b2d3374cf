package io.duly.wording;

import static org.assertj.core.api.Assertions.assertThat;

import io.duly.wording.OwnSentences.Sentence;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The project's own sentences, five languages; the kinds are explained in the files. */
@Tag("P12")
class SentencesTest {
  private static final CaseFacts ALL_TRUE = CaseFacts.bearing(EnumSet.allOf(Claim.class));
  private static final CaseFacts ALL_FALSE = CaseFacts.bearing(Set.of());
  private static final double STOPPED = 0.97;
  private static final double BLOCKED = 0.01;
  private static final double HELD = 0.22;

  private static Severity gravest(Sentence sentence, CaseFacts facts) {
    return ToneCheck.gravest(ToneCheck.of(sentence.language()).check(sentence.text(), facts));
  }

  static Stream<Sentence> harm() {
    return kind("harm");
  }

  @ParameterizedTest
  @MethodSource("harm")
  void stopsWhatDoesHarm(Sentence sentence) {
    assertThat(gravest(sentence, CaseFacts.unknown())).isNotEqualTo(Severity.HINT);
  }

  static Stream<Sentence> claim() {
    return kind("claim");
  }

  @ParameterizedTest
  @MethodSource("claim")
  void letsAClaimLeaveExactlyWhereTheCaseBearsIt(Sentence sentence) {
    assertThat(gravest(sentence, ALL_TRUE)).isEqualTo(Severity.HINT);
    assertThat(gravest(sentence, CaseFacts.unknown())).isEqualTo(Severity.NEEDS_APPROVAL);
    assertThat(gravest(sentence, ALL_FALSE)).isEqualTo(Severity.BLOCK);
  }

  static Stream<Sentence> harmless() {
    return Stream.concat(kind("fine"), kind("spared"));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void letsTheRestLeaveWhateverTheCase(Sentence sentence) {
    assertThat(gravest(sentence, ALL_FALSE)).isEqualTo(Severity.HINT);
  }

  @Test
  void stopsNearlyEveryThreatOfTheRoundsInEveryLanguage() {
    for (Language language : Language.values()) {
      var threats = kind("threat").filter(sentence -> sentence.language() == language).toList();
      assertThat(share(threats, Set.of(Severity.BLOCK, Severity.NEEDS_APPROVAL))).as(language.code()).isGreaterThanOrEqualTo(STOPPED);
    }
  }

  @Test
  void blocksHardlyAnyLawfulSentenceOfTheRoundsAndHoldsFew() {
    for (Language language : Language.values()) {
      var lawful = kind("lawful").filter(sentence -> sentence.language() == language).toList();
      assertThat(share(lawful, Set.of(Severity.BLOCK))).as(language.code()).isLessThanOrEqualTo(BLOCKED);
      assertThat(share(lawful, Set.of(Severity.NEEDS_APPROVAL))).as(language.code()).isLessThanOrEqualTo(HELD);
    }
  }

  private static double share(List<Sentence> sentences, Set<Severity> severities) {
    return sentences.stream().filter(each -> severities.contains(gravest(each, CaseFacts.unknown()))).count() / (double) sentences.size();
  }

  private static Stream<Sentence> kind(String kind) {
    return OwnSentences.all().stream().filter(sentence -> sentence.kind().equals(kind));
  }
}
