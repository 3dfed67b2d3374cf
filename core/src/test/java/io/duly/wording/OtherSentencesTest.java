package io.duly.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.duly.rules.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sentences of others, where they are: rules were written looking at those with an odd number only. */
@Tag("P12")
class OtherSentencesTest {
  private static final CaseFacts ALL_TRUE = CaseFacts.bearing(EnumSet.allOf(Claim.class));
  private static final double LEAST_STOPPED = 0.95;
  private static final double MOST_HELD = 0.1;

  record Sentence(int number, String text, String language, String label) {
    private List<Finding> check(CaseFacts facts) {
      return Language.of(language).map(ToneCheck::of).orElseGet(ToneCheck::ofAnyLanguage).check(text, facts);
    }

    boolean isLawful() {
      return label.equals("polite") || label.equals("firm-lawful");
    }

    boolean isHarmful() {
      return label.equals("threatening") || label.equals("deceptive");
    }

    boolean wasSeen() {
      return number % 2 == 1;
    }
  }

  @Test
  void blocksNoLawfulTemplateOfThoseSeenAndHoldsFewWhoseClaimsAreBorne() throws IOException {
    var lawful = sentences().stream().filter(Sentence::isLawful).filter(Sentence::wasSeen).toList();
    assertThat(lawful).allSatisfy(sentence -> {
      assertThat(ToneCheck.gravest(sentence.check(ALL_TRUE))).isNotEqualTo(Severity.BLOCK);
      assertThat(ToneCheck.gravest(sentence.check(CaseFacts.unknown()))).isNotEqualTo(Severity.BLOCK);
    });
    long held = lawful.stream().filter(sentence -> ToneCheck.gravest(sentence.check(ALL_TRUE)) == Severity.NEEDS_APPROVAL).count();
    assertThat((double) held / lawful.size()).isLessThanOrEqualTo(MOST_HELD);
  }

  @Test
  void blocksHardlyAnyLawfulTemplateOfTheOthers() throws IOException {
    var lawful = sentences().stream().filter(Sentence::isLawful).filter(Predicate.not(Sentence::wasSeen)).toList();
    long blocked = lawful.stream().filter(sentence -> ToneCheck.gravest(sentence.check(ALL_TRUE)) == Severity.BLOCK).count();
    assertThat((double) blocked / lawful.size()).isLessThanOrEqualTo(0.02);
  }

  @Test
  void stopsNearlyAllThreatsAndDeceptionsWhenNothingIsKnownOfTheCase() throws IOException {
    var harmful = sentences().stream().filter(Sentence::isHarmful).toList();
    long stopped = harmful.stream().filter(sentence -> ToneCheck.gravest(sentence.check(CaseFacts.unknown())) != Severity.HINT).count();
    assertThat((double) stopped / harmful.size()).isGreaterThanOrEqualTo(LEAST_STOPPED);
  }

  @Test
  void wordsOfDebtorsAndHostileOnesCarryNothingIntoAMessage() throws IOException {
    Optional<Path> file = SharedFiles.find("data/tone/inbound-and-hostile.csv");
    assumeTrue(file.isPresent(), "skipped: the inbound texts of others are not here");
    List<String> texts = rows(Files.readString(file.orElseThrow())).stream().map(List::getFirst).skip(1).toList();
    assertThat(texts).isNotEmpty().allSatisfy(text -> {
      assertThat(PlainValue.text(text)).isEqualTo(text);
      assertThat(PlainValue.line(text + "\r\nBcc: all@example.org {{x}} <b>")).doesNotContainPattern("[\\r\\n{}<>]");
    });
  }

  private static List<Sentence> sentences() throws IOException {
    Optional<Path> file = SharedFiles.find("data/tone/sentences.csv");
    assumeTrue(file.isPresent(), "skipped: the sentences of others are not here");
    var sentences = new ArrayList<Sentence>();
    for (List<String> row : rows(Files.readString(file.orElseThrow()))) {
      if (!row.getFirst().equals("id")) {
        sentences.add(new Sentence(Integer.parseInt(row.getFirst().substring(1)), row.get(1), row.get(2), row.get(3)));
      }
    }
    assertThat(sentences).isNotEmpty();
    return sentences;
  }

  private static List<List<String>> rows(String csv) {
    var rows = new ArrayList<List<String>>();
    var row = new ArrayList<String>();
    var field = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < csv.length(); at++) {
      char sign = csv.charAt(at);
      if (sign == '"') {
        if (!quoted && !field.isEmpty()) {
          field.append('"');
        }
        quoted = !quoted;
      } else if (quoted || (sign != ',' && sign != '\n' && sign != '\r')) {
        field.append(sign);
      } else if (sign != '\r') {
        row.add(field.toString());
        field.setLength(0);
        if (sign == '\n') {
          rows.add(List.copyOf(row));
          row.clear();
        }
      }
    }
    return rows;
  }
}
