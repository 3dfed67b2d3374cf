package io.duly.correspondence.letter;

import io.duly.correspondence.template.Plain;
import io.duly.correspondence.template.Transfer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The code of a SEPA credit transfer: EPC069-12, version 002, at most 331 bytes; euro to an IBAN of the SEPA countries. */
final class EpcCode {
  private static final int MOST_BYTES = 331;
  private static final int LONGEST_NAME = 70;
  private static final int LONGEST_TEXT = 140;
  private static final long MOST = 99_999_999_999L;
  private static final String SEPA =
      "AD AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IS IT LI LT LU LV MC MT NL NO PL PT RO SE SI SK SM VA";

  private EpcCode() {}

  /** Empty where the payment cannot be made so. */
  static Optional<QrCode> of(Transfer transfer) {
    var amount = transfer.amount();
    if (!amount.currency().getCurrencyCode().equals("EUR") || amount.minor() < 1 || amount.minor() > MOST || !isSepa(transfer)) {
      return Optional.empty();
    }
    var structured = transfer.reference().filter(EpcCode::isCreditorReference).orElse("");
    var text = structured.isEmpty() ? cut(transfer.reference().orElse(transfer.text()), LONGEST_TEXT) : "";
    var words = String.join(
        "\n", "BCD", "002", "1", "SCT", transfer.to().bic().orElse(""), cut(line(transfer.to().holder()), LONGEST_NAME),
        transfer.to().account(), "EUR" + amount.plain(), "", structured, line(text));
    return words.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES ? Optional.of(QrCode.of(words)) : Optional.empty();
  }

  private static boolean isSepa(Transfer transfer) {
    return transfer.to().isIban() && SEPA.contains(transfer.to().account().substring(0, 2));
  }

  /** ISO 11649: RF, check digits that fit, at most 21 signs behind. */
  static boolean isCreditorReference(String reference) {
    if (!reference.matches("RF\\d{2}[A-Z0-9]{1,21}")) {
      return false;
    }
    int rest = 0;
    for (char sign : (reference.substring(4) + reference.substring(0, 4)).toCharArray()) {
      int value = Character.digit(sign, 36);
      rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
    }
    return rest == 1;
  }

  static String line(String text) {
    return Plain.name(text);
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most);
  }
}
