package io.duly.correspondence.template;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How long an SMS is, as it is charged. */
class SmsLengthTest {
  @Test
  void countsTheSignsOfTheSevenBitAlphabetSomeOfThemTwice() {
    assertThat(SmsLength.of("a".repeat(160))).isEqualTo(new SmsLength(true, 160, 1));
    assertThat(SmsLength.of("a".repeat(161))).isEqualTo(new SmsLength(true, 161, 2));
    assertThat(SmsLength.of("a".repeat(306))).isEqualTo(new SmsLength(true, 306, 2));
    assertThat(SmsLength.of("a".repeat(307))).isEqualTo(new SmsLength(true, 307, 3));
    assertThat(SmsLength.of("€".repeat(80))).isEqualTo(new SmsLength(true, 160, 1));
    assertThat(SmsLength.of("äöüÄÖÜßñÑéèàùìòåÅæøÇ@£$¥§¿¡Δ\n")).matches(SmsLength::gsm);
  }

  @Test
  void oneSignThatTheAlphabetLacksMakesAllSixteenBitsWide() {
    assertThat(SmsLength.of("ç" + "a".repeat(69))).isEqualTo(new SmsLength(false, 70, 1));
    assertThat(SmsLength.of("ç" + "a".repeat(70))).isEqualTo(new SmsLength(false, 71, 2));
    assertThat(SmsLength.of("😀").units()).isEqualTo(2);
  }

  @Test
  void lettersLoseMarksRatherThanDoublingThePrice() {
    assertThat(SmsLength.plainer("más “así” – l’été, œuf, Zażółć")).isEqualTo("mas \"asi\" - l'été, œuf, Zazołc");
  }
}
