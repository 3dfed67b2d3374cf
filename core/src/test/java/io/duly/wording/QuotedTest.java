package io.duly.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What others have written is read as a name; what we have written is not. */
@Tag("P12")
class QuotedTest {
  private static Severity gravest(String text, String... quoted) {
    return ToneCheck.gravest(ToneCheck.of(Language.EN).check(text, CaseFacts.unknown().quoting(Set.of(quoted))));
  }

  @Test
  void aNameNeitherStopsAMessageNorSparesIt() {
    assertThat(gravest("Dear Break Your Legs Ltd, invoice 17 is open.", "Break Your Legs Ltd")).isEqualTo(Severity.HINT);
    assertThat(gravest("Dear Break Your\nLegs Ltd, invoice 17 is open.", "Break Your Legs Ltd")).as("over two lines").isEqualTo(Severity.HINT);
    assertThat(gravest("Dear Smith, we will break your legs.", "Smith")).isEqualTo(Severity.BLOCK);
    assertThat(gravest("Dear Friendly Ltd, we will break your legs.", "Friendly Ltd", "legs Ltd")).isEqualTo(Severity.BLOCK);
  }

  @Test
  void whatIsCoveredKeepsItsLengthSoThatFindingsKeepTheirPlace() {
    var text = "Café Zwölf: we will tell your boss.";
    assertThat(Quoted.covered(text, Set.of("Café Zwölf"))).hasSameSizeAs(text).endsWith(": we will tell your boss.");
    assertThat(Quoted.covered("Mayflower", Set.of("flower"))).as("not within other words").isEqualTo("Mayflower");
    var finding = ToneCheck.of(Language.EN).check(text, CaseFacts.unknown().quoting(Set.of("Café Zwölf"))).getFirst();
    assertThat(finding.words()).contains("tell your boss");
  }
}
