package io.duly.matching;

import io.duly.identifiers.CheckDigits;
import io.duly.kernel.InvoiceId;
import java.util.Locale;
import java.util.UUID;

/** Makes a payment reference for an invoice that came without one. The same invoice gets the same one again. */
public final class IssuedReference {
  private static final int RF_BODY = 21;

  private IssuedReference() {}

  /**
   * A reference that speaks of the invoice's number where the scheme can carry it. Two numbers that differ only in what a
   * scheme leaves out ({@code A-1}, {@code A1}) get the same: then take {@link #fromId}.
   *
   * @param number the creditor's own
   */
  public static String fromNumber(ReferenceScheme scheme, String number) {
    var plain = number.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    return scheme == ReferenceScheme.RF
        ? rf(plain.isEmpty() ? "0" : plain.substring(Math.max(0, plain.length() - RF_BODY)))
        : of(scheme, plain.replaceAll("\\D", ""));
  }

  /** A reference made of the invoice's id: as unique as the scheme has room for, and says nothing to people. */
  public static String fromId(ReferenceScheme scheme, InvoiceId invoice) {
    UUID id = invoice.value();
    if (scheme == ReferenceScheme.RF) {
      var body = Long.toUnsignedString(id.getLeastSignificantBits(), 36) + Long.toString(id.getMostSignificantBits() >>> 24, 36);
      return rf(body.toUpperCase(Locale.ROOT).substring(0, Math.min(RF_BODY, body.length())));
    }
    return of(scheme, Long.toUnsignedString(id.getLeastSignificantBits() ^ id.getMostSignificantBits() >>> 12));
  }

  private static String rf(String body) {
    return "RF%02d%s".formatted(98 - CheckDigits.mod97(body + "RF00"), body);
  }

  private static String of(ReferenceScheme scheme, String digits) {
    return switch (scheme) {
      case RF -> rf(digits);
      case BE_OGM -> ogm(lastOf(digits, 10));
      case CH_QRR -> checked(lastOf(digits, 26), CheckDigits.recursive(lastOf(digits, 26)));
      case FI_VIITE -> viite(shortOf(digits, 19));
      case NO_KID, SE_OCR -> checked(shortOf(digits, 20), CheckDigits.luhn(shortOf(digits, 20)));
      case DK_FIK -> "+71<" + checked(lastOf(digits, 14), CheckDigits.luhn(lastOf(digits, 14)));
      case SI_12 -> "SI12" + checked(shortOf(digits, 12), CheckDigits.iso11And10(shortOf(digits, 12)));
    };
  }

  private static String ogm(String ten) {
    long check = Long.parseLong(ten) % 97;
    return "+++%s/%s/%s%02d+++".formatted(ten.substring(0, 3), ten.substring(3, 7), ten.substring(7), check == 0 ? 97 : check);
  }

  private static String viite(String body) {
    return checked(body, CheckDigits.weights731(body));
  }

  private static String checked(String body, int check) {
    return body + check;
  }

  /** Exactly so many digits: the last ones, or noughts before them. */
  private static String lastOf(String digits, int length) {
    return digits.length() >= length ? digits.substring(digits.length() - length) : "0".repeat(length - digits.length()) + digits;
  }

  /** At most so many digits, at least three. */
  private static String shortOf(String digits, int most) {
    return lastOf(digits, Math.clamp(digits.length(), 3, most));
  }
}
