package io.duly.phones;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import io.duly.testing.OthersRows;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Telephone numbers as people write them. */
@Tag("P03")
class PhoneNumberTest {
  @ParameterizedTest
  @CsvSource({
    "+49 (0)40 42828-1234, '', +4940428281234", "040/42828 1234, DE, +4940428281234", "0049 40 42828-1234, FR, +4940428281234", "Tel.: 020 624 1111, NL, +31206241111",
    "01 40 20 50 50, FR, +33140205050", "020 7219 3000, GB, +442072193000", "+45 3392 3392 ext. 12, '', +4533923392",
  })
  void areStoredInOneWay(String written, String country, String stored) {
    assertThat(PhoneNumber.read(written, Optional.of(country).filter(code -> !code.isEmpty()))).isEqualTo(new PhoneNumber(Optional.of(stored), Optional.empty()));
  }

  @ParameterizedTest
  @CsvSource({
    "n/a, DE, is no telephone number", "[012-3456789], DE, is no telephone number", "+49 (0)69…, DE, is no telephone number", "ask Anna 12345, DE, is no telephone number",
    "12, DE, has not as many digits", "+4940428281234567890, DE, has not as many digits", "-, DE, is no telephone number", "=cmd|'/c calc'!A1, DE, is no telephone number",
  })
  void whatNobodyCanDialIsNotKept(String written, String country, String wrong) {
    var read = PhoneNumber.read(written, Optional.of(country));
    assertThat(read.number()).isEmpty();
    assertThat(read.wrong().orElseThrow()).startsWith(wrong);
  }

  @Test
  void withoutACountryItIsKeptAsItIsAndTold() {
    var read = PhoneNumber.read("040 42828 1234", Optional.empty());
    assertThat(read.number()).contains("040 42828 1234");
    assertThat(read.wrong().orElseThrow()).startsWith("does not say its country");
  }

  @Test
  void oneThatIsNotGivenOutIsKeptAndTold() {
    var read = PhoneNumber.read("+49 123456789", Optional.empty());
    assertThat(read.number()).contains("+49123456789");
    assertThat(read.wrong().orElseThrow()).contains("known to have given out");
  }

  /** All 164 as expected: valid, and the same written with or without the country. */
  @Test
  void theMobileNumbersOfEveryCountryAreValid() throws IOException {
    var rows = OthersRows.of("customers-refs/phones-mobile-examples.csv");
    assertThat(rows).hasSize(164).allSatisfy(row -> {
      var country = row.getField("country");
      var stored = "+" + PhoneNumberUtil.getInstance().getCountryCodeForRegion(country) + row.getField("national_number");
      assertThat(PhoneNumber.read(row.getField("national_number"), Optional.of(country))).isEqualTo(new PhoneNumber(Optional.of(stored), Optional.empty()));
      assertThat(PhoneNumber.read(stored, Optional.empty()).number()).contains(stored);
    });
  }
}
