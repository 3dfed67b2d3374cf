package io.duly.wording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("P12")
class ToneCheckTest {
  private static final CaseFacts NOTHING_ANNOUNCED = CaseFacts.bearing(Set.of());
  private static final CaseFacts ALL_TRUE = CaseFacts.bearing(EnumSet.allOf(Claim.class));
  private static final ToneCheck ENGLISH = ToneCheck.of(Language.EN);

  @Test
  void announcesACourtOnlyWhereTheCaseBearsIt() {
    String text = "If we hear nothing by then, we may ask the court for a judgment.";
    assertThat(gravest(text, ALL_TRUE)).isEqualTo(Severity.HINT);
    assertThat(gravest(text, CaseFacts.unknown())).isEqualTo(Severity.NEEDS_APPROVAL);
    assertThat(gravest(text, NOTHING_ANNOUNCED)).isEqualTo(Severity.BLOCK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We do not threaten anybody with arrest.",
        "We have not started court proceedings.",
        "You told us that a caller threatened you with prison.",
        "You have the right to ask a court.",
        "We will never tell your employer about this invoice."
      })
  void sparesWhatIsDeniedReportedOrARight(String text) {
    assertThat(gravest(text, NOTHING_ANNOUNCED)).isEqualTo(Severity.HINT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "If you do not pay we will call the police.",
        "We will not hesitate to tell your employer.",
        "We will not tell your employer if you pay by Friday.",
        "You said you would pay, so now we call the police on you."
      })
  void isNotFooledByAnotherNot(String text) {
    assertThat(gravest(text, ALL_TRUE)).isEqualTo(Severity.BLOCK);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "You will be a r r e s t e d soon.",
        "You will be arr\u200Bested soon.",
        "You will be \u0430rr\u0435sted soon.",
        "You will be ａｒｒｅｓｔｅｄ soon.",
        "You will be arr3sted soon.",
        "You will be a.r.r.e.s.t.e.d soon.",
        "YOU WILL BE ARRESTED soon."
      })
  void readsThroughDisguises(String text) {
    assertThat(ENGLISH.check(text, ALL_TRUE)).anyMatch(finding -> finding.rule().equals("crime"));
  }

  @Test
  void pointsAtTheWordsInTheOriginal() {
    String text = "Dear Ms Łuczak 👋, yo\u00ADu are a lіar."; // with a Cyrillic letter
    Finding found =
        ENGLISH.check(text, ALL_TRUE).stream()
            .filter(finding -> finding.category() == Category.INSULT)
            .findFirst()
            .orElseThrow();
    assertThat(found.words()).isEqualTo("lіar");
    assertThat(text.substring(found.from(), found.to())).isEqualTo(found.words());
  }

  @Test
  void noticesASentenceInAnotherLanguage() {
    String text = "Please find the invoice attached. Wir werden Ihren Arbeitgeber über die Schulden informieren.";
    assertThat(ENGLISH.check(text, ALL_TRUE)).anyMatch(finding -> finding.category() == Category.DISCLOSURE);
  }

  @Test
  void blocksAnAmountThatIsNotOfTheCase() {
    CaseFacts facts = ALL_TRUE.withAmounts(Set.of(Money.ofMinor(123_456, "EUR")));
    assertThat(ENGLISH.check("€ 1.234,56 are open, EUR 1,234.56 that is.", facts)).isEmpty();
    assertThat(ENGLISH.check("€ 1,324.56 are open.", facts))
        .extracting(Finding::rule, Finding::words)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("foreign-amount", "€ 1,324.56"));
  }

  @Test
  void holdsADayThatIsNotOfTheCase() {
    CaseFacts facts = ALL_TRUE.withDates(Set.of(LocalDate.of(2026, 6, 15)));
    for (String day : List.of("2026-06-15", "15.6.2026", "15/06/2026", "6/15/2026", "15 June 2026", "June 15, 2026",
        "15. Juni 2026", "15 juin 2026", "15 de junio de 2026")) {
      assertThat(ENGLISH.check("Due on " + day, facts)).as(day).isEmpty();
    }
    assertThat(ENGLISH.check("Due on 16 June 2026", facts)).extracting(Finding::rule).containsExactly("foreign-date");
  }

  @Test
  void hintsAtWhatAGoodMessageHas() {
    String cold = "The invoice 123 of the third of May has been open for twenty days now and the amount that you find in the"
        + " attachment has not been received by the accounts office of the company until today in full.";
    assertThat(ENGLISH.check(cold, ALL_TRUE)).extracting(Finding::rule)
        .contains("asks-no-view", "offers-no-help", "names-nobody");
    String warm = cold + " Is something wrong with it? Please let us know. Do you need a copy of the invoice?\n\nAda Miller\n";
    assertThat(ENGLISH.check(warm, ALL_TRUE)).isEmpty();
  }

  @Test
  void refusesWhatNoMessageIs() {
    assertThatThrownBy(() -> ENGLISH.check("x".repeat(ToneCheck.MOST_SIGNS + 1), ALL_TRUE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Severity gravest(String text, CaseFacts facts) {
    return ToneCheck.gravest(ENGLISH.check(text, facts));
  }
}
