package io.duly.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three signs that a creditor gives itself are not counted; every other slip of one digit is seen. */
class CreditorIdentifierTest {
  @ParameterizedTest
  @ValueSource(strings = {"DE98ZZZ09999999999", "de98 zzz 0999 9999 999", "DE98ABC09999999999", "AT61ZZZ01234567890", "NL32ZZZ100000010000", "FR46ZZZ001122"})
  void holds(String text) {
    assertThat(CreditorIdentifier.check(text).holds()).as(text).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DE98ZZZ09999999998", "DE89ZZZ09999999999", "DE98ZZZ", "98ZZZ09999999999", ""})
  void doesNot(String text) {
    assertThat(CreditorIdentifier.check(text).holds()).as(text).isFalse();
  }
}
