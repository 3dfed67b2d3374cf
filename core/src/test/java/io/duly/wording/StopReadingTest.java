package io.duly.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of a "please stop" is meant. */
@Tag("P23")
class StopReadingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Please write only, and not to my workplace. | LETTERS_ONLY NOT_AT_WORK
          Please stop. | ALL
          Please stop contacting me. | ALL
          Leave me alone! | ALL
          Stop calling me. | NO_CALLS
          Please do not call me again, and no more texts. | NO_CALLS NO_TEXTS
          From now on only by letter, please. | LETTERS_ONLY
          Please contact me only by e-mail. | EMAIL_ONLY
          Do not contact me at work. | NOT_AT_WORK
          Unsubscribe. | NO_EMAILS
          STOP | ALL
          Bitte nur noch schriftlich, und nicht an meinen Arbeitsplatz. | LETTERS_ONLY NOT_AT_WORK
          Rufen Sie mich bitte nicht mehr an. | NO_CALLS
          Lassen Sie mich in Ruhe. | ALL
          Bitte nur per E-Mail. | EMAIL_ONLY
          Bitte keine E-Mails mehr. | NO_EMAILS
          Écrivez-moi uniquement par courrier, et pas à mon travail. | LETTERS_ONLY NOT_AT_WORK
          Arrêtez de m'appeler. | NO_CALLS
          Laissez-moi tranquille. | ALL
          Alleen schriftelijk graag, en niet op mijn werk. | LETTERS_ONLY NOT_AT_WORK
          Stop met bellen. | NO_CALLS
          Laat mij met rust. | ALL
          Solo por escrito, por favor, y no en mi trabajo. | LETTERS_ONLY NOT_AT_WORK
          Dejen de llamarme. | NO_CALLS
          Déjenme en paz. | ALL
          """)
  void readsHowFarItGoes(String reply, String wishes) {
    assertThat(wishes(reply)).as(reply).containsExactlyInAnyOrder(Stream.of(wishes.strip().split(" ", -1)).map(StopWish::valueOf).toArray(StopWish[]::new));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We paid it on Monday.",
        "I was at work when you called.",
        "Ich war auf der Arbeit, als Sie anriefen.",
        "Please send the invoice again."
      })
  void readsNothingWhereNobodyAsksForIt(String reply) {
    assertThat(wishes(reply)).as(reply).isEmpty();
  }

  @Test
  void ourOwnWordsQuotedBelowAreNobodysWish() {
    assertThat(wishes("Thanks.\n\n> Write to us to stop these messages. Do not call.\n")).isEmpty();
  }

  private static List<StopWish> wishes(String reply) {
    return StopReading.of(reply).stream().map(StopSuggestion::wish).toList();
  }
}
