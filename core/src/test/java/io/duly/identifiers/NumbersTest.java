package io.duly.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of number: right, stored in one way, and wrong with any one digit changed. */
@Tag("P03")
class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "atu 1234 5675, ATU12345675", "BE 123.456.749, BE0123456749", "DE 136-695 976, DE136695976", "GR 123456783, EL123456783", "NL123456782B90, NL123456782B90",
    "CHE-123.456.788 MWST, CHE123456788MWST", "no 123456785 mva, NO123456785MVA", "DK 1234 5674, DK12345674", "FR 83 404 833 048, FR83404833048",
    "GB 123 4567 82, GB123456782", "GBGD001, GBGD001", "PL 123-456-32-18, PL1234563218", "SE 123456789701, SE123456789701", "IT 12345670017, IT12345670017",
    "FI 1234567-1, FI12345671", "HU 12345676, HU12345676", "US 12-3456789, US123456789",
  })
  void vatIdsAreStoredInOneWay(String given, String stored) {
    assertThat(VatId.check(given).held()).contains(stored);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ATU12345675", "BE0123456749", "DE136695976", "DK12345674", "FI12345671", "HU12345676", "PL1234563218", "NO123456785MVA", "IT12345670017", "SE123456789701"})
  void oneOtherDigitIsSeen(String right) {
    var random = new SplittableRandom(11);
    int last = right.startsWith("SE") ? 11 : right.replaceAll("\\D+$", "").length() - 1;
    for (int at : IntStream.rangeClosed(3, last).toArray()) {
      char other = (char) ('0' + (right.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
      assertThat(VatId.check(right.substring(0, at) + other + right.substring(at + 1)).holds()).as(right + " at " + at).isFalse();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "DE136695970, has a wrong check digit", "DE12345, is not written as VAT ids of its country are", "ZZ123, begins with letters of no country",
    "136695976, does not begin with the two letters of a country", "DEDE136695976, is not written as VAT ids",
  })
  void saysWhatIsWrongWithAVatId(String given, String wrong) {
    assertThat(VatId.check(given).wrong().orElseThrow()).startsWith(wrong);
  }

  @ParameterizedTest
  @CsvSource({
    "de89 3704 0044 0532 0130 00, DE89370400440532013000", "IBAN: GB29 NWBK 6016 1331 9268 19, GB29NWBK60161331926819", "NO93-8601.1117.947, NO9386011117947",
  })
  void accountsAreStoredInOneWay(String given, String stored) {
    assertThat(Iban.check(given).held()).contains(stored);
  }

  @ParameterizedTest
  @CsvSource({
    "DE89370400440532013001, has wrong check digits", "DE8937040044053201300, has not the length", "QQ89370400440532013000, begins with no country",
    "4711, is not written as IBANs are", "GB29nwbk60161331926819, has not the length or the letters",
  })
  void saysWhatIsWrongWithAnAccount(String given, String wrong) {
    assertThat(Iban.check(given).wrong().orElseThrow()).startsWith(wrong);
  }

  @ParameterizedTest
  @CsvSource({
    "0009, 732 829 320 00074, true", "0009, 732 829 320 00075, false", "0192, 123456785, true", "0192, 123456786, false", "0088, 4006381333931, true",
    "0088, 4006381333932, false", "0208, 0123456749, true", "0208, 0123456748, false", "0106, 12345678, true", "0106, 1234567, false", "0212, 1234567-1, true",
    "GB CRN, SC123456, true", "GB CRN, 12X, false", "0007, 123456-7897, true", "9999, whatever, true", "LEI, 529900T8BM49AURSDO55, true", "LEI, 529900T8BM49AURSDO56, false",
  })
  void registersHaveTheirOwnRules(String scheme, String number, boolean holds) {
    assertThat(RegisterNumber.check(scheme, number).holds()).isEqualTo(holds);
  }

  @ParameterizedTest
  @CsvSource({"deutdeff500, DEUTDEFF500", "INGB NL 2A, INGBNL2A"})
  void codesOfBanksAreStoredInOneWay(String given, String stored) {
    assertThat(Bic.check(given).held()).contains(stored);
    assertThat(Bic.check(given + "9").holds()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a@b", "a b@c.de", "a@@b.de", "a..b@c.de", "@c.de", "a@-c.de", "<a@b.de>", "n/a", "a@b.de, c@d.de"})
  void whatMailCannotBeSentToIsNoAddress(String text) {
    assertThat(EmailAddress.check(text).holds()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"Anna.Berg@Example.COM, Anna.Berg@example.com", "mailto:o'neil+bills@post.example.ie, o'neil+bills@post.example.ie", "büro@köhler.de, büro@köhler.de"})
  void addressesAreStoredWithTheirDomainInSmallLetters(String given, String stored) {
    assertThat(EmailAddress.check(given).held()).contains(stored);
  }

  @ParameterizedTest
  @CsvSource({"[Seller name], true", "n/a, true", "-, true", "XX, true", "Unbekannt, true", "Xaver Nagel, false", "Testa AG, false", "3M, false"})
  void placeholdersAreNobody(String text, boolean placeholder) {
    assertThat(Placeholder.is(text)).isEqualTo(placeholder);
  }
}
