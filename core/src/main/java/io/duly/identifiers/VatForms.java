package io.duly.identifiers;

import static io.duly.identifiers.Bare.digit;
import static io.duly.identifiers.Bare.number;
import static io.duly.identifiers.Sums.falling;
import static io.duly.identifiers.Sums.weighted;
import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The VAT ids of the member states of the EU, of the United Kingdom, Switzerland and Norway; sums as their tax offices publish them. */
final class VatForms {
  /** Numbers of the one-stop shop say in three digits who gave them; how they are checked is not published. */
  private static final String ONE_STOP =
      "(040|056|100|191|196|203|208|233|246|250|276|300|348|372|380|428|440|442|470|528|616|620|642|703|705|724|752|900)";
  private static final Set<String> ITALIAN_OFFICES = Set.of("120", "121", "888", "999");
  private static final VatForm BRITISH = VatForm.of("\\d{9}|\\d{12}|GD[0-4]\\d\\d|HA[5-9]\\d\\d", "GB123456789", VatForms::british);

  private static final Map<String, VatForm> FORMS = Map.ofEntries(
      entry("AT", VatForm.of("U\\d{8}", "ATU12345678", all -> austrian(all.substring(1)))),
      entry("BE", VatForm.of("[01]\\d{9}", "BE0123456789", VatForms::belgian)),
      entry("BG", VatForm.of("\\d{9,10}", "BG123456789", Bulgarian::holds)),
      entry("CH", VatForm.of("E\\d{9}(MWST|TVA|IVA)?", "CHE-123.456.789 MWST", all -> swiss(all.substring(1, 10)))),
      entry("CY", VatForm.of("(?!12)\\d{8}[A-Z]", "CY12345678X", VatForms::cypriot)),
      entry("CZ", VatForm.of("\\d{8,10}", "CZ12345678", Czech::holds)),
      entry("DE", VatForm.of("[1-9]\\d{8}", "DE123456789", Sums::iso11And10)),
      entry("DK", VatForm.of("[1-9]\\d{7}", "DK12345678", all -> weighted(all, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0)),
      entry("EE", VatForm.of("\\d{9}", "EE123456789", all -> weighted(all, 3, 7, 1, 3, 7, 1, 3, 7, 1) % 10 == 0)),
      entry("EL", VatForm.of("\\d{9}", "EL123456789", VatForms::greek)),
      entry("ES", VatForm.of("[A-Z0-9]\\d{7}[A-Z0-9]", "ESX1234567X", Spanish::holds)),
      entry("EU", VatForm.of(ONE_STOP + "\\d{6}", "EU372123456", _ -> true)),
      entry("IM", VatForm.of(ONE_STOP + "\\d{7}", "IM3721234567", _ -> true)),
      entry("FI", VatForm.of("\\d{8}", "FI12345678", all -> weighted(all, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0)),
      entry("FR", VatForm.of("[0-9A-HJ-NP-Z]{2}\\d{9}", "FR12345678901", French::holds)),
      entry("GB", BRITISH),
      entry("XI", BRITISH),
      entry("HR", VatForm.of("\\d{11}", "HR12345678901", Sums::iso11And10)),
      entry("HU", VatForm.of("\\d{8}", "HU12345678", all -> weighted(all, 9, 7, 3, 1, 9, 7, 3, 1) % 10 == 0)),
      entry("IE", VatForm.of("\\d{7}[A-W][A-IW]?|\\d[A-Z+*]\\d{5}[A-W]", "IE1234567X", Irish::holds)),
      entry("IT", VatForm.of("(?!0{7})\\d{11}", "IT12345678901", VatForms::italian)),
      entry("LT", VatForm.of("\\d{7}1\\d|\\d{10}1\\d", "LT123456719", Baltic::lithuanian)),
      entry("LU", VatForm.of("\\d{8}", "LU12345678", all -> number(all, 0, 6) % 89 == number(all, 6, 8))),
      entry("LV", VatForm.of("\\d{11}", "LV12345678901", Baltic::latvian)),
      entry("MT", VatForm.of("[1-9]\\d{7}", "MT12345678", all -> weighted(all, 3, 4, 6, 7, 8, 9, 10, 1) % 37 == 0)),
      entry("NL", VatForm.of("\\d{9}B(?!00)\\d\\d", "NL123456789B01", VatForms::dutch)),
      entry("NO", VatForm.of("\\d{9}(MVA)?", "NO123456789MVA", all -> weighted(all, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0)),
      entry("PL", VatForm.of("\\d{10}", "PL1234567890", all -> weighted(all, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == digit(all, 9))),
      entry("PT", VatForm.of("[1-9]\\d{8}", "PT123456789", all -> (11 - falling(all, 9, 8) % 11) % 11 % 10 == digit(all, 8))),
      entry("RO", VatForm.of("[1-9]\\d{1,9}|[1-9]\\d{12}", "RO12345678", VatForms::romanian)),
      entry("SE", VatForm.of("\\d{10}(0[1-9]|[1-8]\\d|9[0-4])", "SE123456789001", all -> Sums.luhn(all.substring(0, 10)))),
      entry("SI", VatForm.of("[1-9]\\d{7}", "SI12345678", VatForms::slovenian)),
      entry("SK", VatForm.of("\\d{9,10}", "SK1234567890", Czech::slovak)));

  private VatForms() {}

  /** Empty where it is no country whose VAT ids are known here. */
  static Optional<VatForm> of(String country) {
    return Optional.ofNullable(FORMS.get(country));
  }

  private static boolean austrian(String all) {
    return (CheckDigits.luhn(all.substring(0, 7) + "0") + 6) % 10 == digit(all, 7);
  }

  static boolean belgian(String all) {
    return 97 - number(all, 0, 8) % 97 == number(all, 8, 10);
  }

  static boolean swiss(String nine) {
    return (11 - weighted(nine, 5, 4, 3, 2, 7, 6, 5, 4) % 11) % 11 == digit(nine, 8);
  }

  private static boolean cypriot(String all) {
    int[] odd = {1, 0, 5, 7, 9, 13, 15, 17, 19, 21};
    int sum = 0;
    for (int at = 0; at < 8; at++) {
      sum += at % 2 == 0 ? odd[digit(all, at)] : digit(all, at);
    }
    return 'A' + sum % 26 == all.charAt(8);
  }

  private static boolean greek(String all) {
    return weighted(all, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == digit(all, 8);
  }

  private static boolean british(String all) {
    if (!Bare.digits(all)) {
      return true;
    }
    int rest = weighted(all, 8, 7, 6, 5, 4, 3, 2, 10, 1) % 97;
    return rest == 0 || number(all, 0, 3) >= 100 && (rest == 42 || rest == 55);
  }

  static boolean italian(String all) {
    long office = number(all, 7, 10);
    return (office >= 1 && office <= 100 || ITALIAN_OFFICES.contains(all.substring(7, 10))) && Sums.luhn(all);
  }

  /** By the number of a person or a business, or, since 2020, over the whole id. */
  private static boolean dutch(String all) {
    return falling(all, 9, 8) % 11 == digit(all, 8) || CheckDigits.mod97("NL" + all) == 1;
  }

  private static boolean romanian(String all) {
    if (all.length() == 13) {
      return weighted(all, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11 % 10 == digit(all, 12) % 10;
    }
    var ten = "0".repeat(10 - all.length()) + all;
    return weighted(ten, 7, 5, 3, 2, 1, 7, 5, 3, 2) * 10 % 11 % 10 == digit(ten, 9);
  }

  private static boolean slovenian(String all) {
    int check = 11 - falling(all, 8, 7) % 11;
    return (check == 10 ? 0 : check) == digit(all, 7);
  }
}
