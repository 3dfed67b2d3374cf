package io.duly.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.duly.kernel.InvoiceId;
import io.duly.rules.SharedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Check digits as their makers' own examples have them. */
@Tag("P08")
class ReferenceSchemeTest {

  @ParameterizedTest
  @CsvSource({
    "RF, RF18 5390 0754 7034, true",
    "RF, RF17539007547034, false",
    "RF, RF00539007547034, false",
    "BE_OGM, +++090/9337/55493+++, true",
    "BE_OGM, ***090/9337/55493***, true",
    "BE_OGM, +++090/9337/55494+++, false",
    "BE_OGM, ***09/09337/55493***, false",
    "FI_VIITE, 15118 90656, true",
    "FI_VIITE, 15118 90655, false",
    "NO_KID, 2345676, true",
    "NO_KID, 2345675, false",
    "SE_OCR, 12345682, true",
    "SE_OCR, 12345683, false",
    "CH_QRR, 21 00000 00003 13947 14300 09017, true",
    "CH_QRR, 21 00000 00003 13947 14300 09016, false",
    "SI_12, SI1212345672, true",
    "SI_12, SI1212345671, false",
  })
  void checkDigitsTellRightFromWrong(ReferenceScheme scheme, String reference, boolean valid) {
    assertThat(scheme.valid(reference)).isEqualTo(valid);
  }

  @Test
  void everyKnownReferenceIsAsExpected() throws IOException {
    var file = SharedFiles.find("data/customers-refs/payment-references.csv");
    assumeTrue(file.isPresent(), "skipped: no shared folder with payment-references.csv beside the checkout");
    for (var line : Files.readAllLines(file.orElseThrow()).stream().skip(1).toList()) {
      var cells = line.split(",", -1);
      boolean valid = cells[2].replace("\"", "").startsWith("valid");
      assertThat(schemes(cells[1]).anyMatch(scheme -> scheme.valid(cells[0]))).as(line).isEqualTo(valid);
    }
  }

  private static Stream<ReferenceScheme> schemes(String name) {
    return switch (name) {
      case "RF ISO 11649" -> Stream.of(ReferenceScheme.RF);
      case "CH ESR/QR reference", "CH QR reference" -> Stream.of(ReferenceScheme.CH_QRR);
      case "BE OGM-VCS" -> Stream.of(ReferenceScheme.BE_OGM);
      case "FI viite" -> name.isEmpty() ? Stream.empty() : Stream.of(ReferenceScheme.FI_VIITE, ReferenceScheme.RF);
      case "NO KID / SE OCR" -> Stream.of(ReferenceScheme.NO_KID, ReferenceScheme.SE_OCR);
      case "NO KID" -> Stream.of(ReferenceScheme.NO_KID);
      case "SE OCR" -> Stream.of(ReferenceScheme.SE_OCR);
      case "SI12" -> Stream.of(ReferenceScheme.SI_12);
      default -> Arrays.stream(ReferenceScheme.values());
    };
  }

  @ParameterizedTest
  @EnumSource
  void whatIsIssuedIsValidAlwaysTheSameAndSeenAsWrongWithOneOtherDigit(ReferenceScheme scheme) {
    var random = new SplittableRandom(7);
    for (int round = 0; round < 500; round++) {
      var number = random.nextInt(3) == 0 ? "RE-2026-" + random.nextInt(100_000) : Integer.toString(100 + random.nextInt(1_000_000));
      var id = new InvoiceId(new UUID(random.nextLong(), random.nextLong()));
      for (var issued : List.of(IssuedReference.fromNumber(scheme, number), IssuedReference.fromId(scheme, id))) {
        assertThat(scheme.valid(issued)).as(issued).isTrue();
        assertThat(scheme.valid(otherLast(issued, scheme))).as(issued).isFalse();
      }
      assertThat(IssuedReference.fromId(scheme, id)).isEqualTo(IssuedReference.fromId(scheme, id));
    }
  }

  /** The last digit of what the check covers is another. Norway's two sums leave each number two right digits. */
  private static String otherLast(String issued, ReferenceScheme scheme) {
    int at = IntStream.iterate(issued.length() - 1, place -> place - 1).filter(place -> Character.isDigit(issued.charAt(place))).findFirst().orElseThrow();
    return IntStream.range(1, 10)
        .mapToObj(more -> issued.substring(0, at) + (issued.charAt(at) - '0' + more) % 10 + issued.substring(at + 1))
        .filter(other -> scheme != ReferenceScheme.NO_KID || !scheme.valid(other))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void numbersOfDifferentInvoicesGetDifferentReferencesFromTheirIds() {
    var random = new SplittableRandom(3);
    var issued = Stream.generate(() -> IssuedReference.fromId(ReferenceScheme.RF, new InvoiceId(new UUID(random.nextLong(), random.nextLong())))).limit(5_000);
    assertThat(issued.distinct().count()).isEqualTo(5_000);
  }
}
