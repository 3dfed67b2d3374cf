package io.duly.matching;

import io.duly.identifiers.CheckDigits;
import java.util.Optional;
import java.util.regex.Pattern;

/** Structured payment references with check digits, as invoices carry them and payers repeat them. */
public enum ReferenceScheme {
  /** ISO 11649, anywhere: {@code RF18 5390 0754 7034}. */
  RF("RF\\d{2}[A-Z0-9]{1,21}", true),
  /** Belgium's structured communication: {@code +++090/9337/55493+++}, or its twelve digits. */
  BE_OGM("(\\+{3}|\\*{3})\\d{3}/\\d{4}/\\d{5}\\1|\\d{12}", false),
  /** Switzerland's QR reference, before it ESR/BVR, 27 digits and shorter ones of old. */
  CH_QRR("\\d{16,27}", true),
  /** Finland's viite, 4 to 20 digits. */
  FI_VIITE("\\d{4,20}", true),
  /** Norway's KID, 2 to 25 digits, by either sum. */
  NO_KID("\\d{2,25}|\\d{1,24}-", true),
  /** Sweden's OCR number, 2 to 25 digits. */
  SE_OCR("\\d{2,25}", true),
  /** Denmark's payment card types 71 and 75. */
  DK_FIK("\\+?71<\\d{15}(\\+\\d{7,8}<?)?|\\+?75<\\d{16}(\\+\\d{7,8}<?)?", false),
  /** Slovenia's model 12. */
  SI_12("SI12\\d{2,13}", true);

  private final Pattern shape;
  private final boolean blanks;

  ReferenceScheme(String shape, boolean blanks) {
    this.shape = Pattern.compile(shape);
    this.blanks = blanks;
  }

  /** Whether a text, with nothing before or behind but blanks, has this scheme's shape and right check digits. */
  public boolean valid(String text) {
    return shaped(text).filter(this::adds).isPresent();
  }

  /** Whether a text has the shape and wrong check digits: a mistyped reference, not some other number. */
  boolean wrong(String text) {
    return shaped(text).filter(bare -> !adds(bare)).isPresent();
  }

  private boolean adds(String text) {
    return switch (this) {
      case RF -> rf(text);
      case BE_OGM -> ogm(text);
      case CH_QRR -> last(text) == CheckDigits.recursive(body(text));
      case FI_VIITE -> last(text) == CheckDigits.weights731(body(text));
      case NO_KID -> kid(text);
      case SE_OCR -> last(text) == CheckDigits.luhn(body(text));
      case DK_FIK -> fik(text);
      case SI_12 -> last(text) == CheckDigits.iso11And10(text.substring(4, text.length() - 1));
    };
  }

  private Optional<String> shaped(String text) {
    var bare = blanks ? text.replace(" ", "") : text.strip();
    return shape.matcher(bare).matches() ? Optional.of(bare) : Optional.empty();
  }

  /** The scheme that invoices of a country carry; RF where it has none of its own. */
  public static ReferenceScheme of(String country) {
    return switch (country) {
      case "BE" -> BE_OGM;
      case "CH", "LI" -> CH_QRR;
      case "FI" -> FI_VIITE;
      case "NO" -> NO_KID;
      case "SE" -> SE_OCR;
      case "DK" -> DK_FIK;
      default -> RF;
    };
  }

  private static boolean rf(String text) {
    int check = Integer.parseInt(text.substring(2, 4));
    return check >= 2 && check <= 98 && CheckDigits.mod97(text.substring(4) + text.substring(0, 4)) == 1;
  }

  private static boolean ogm(String text) {
    var digits = text.replaceAll("\\D", "");
    int check = (int) (Long.parseLong(digits.substring(0, 10)) % 97);
    return Integer.parseInt(digits.substring(10)) == (check == 0 ? 97 : check);
  }

  private static boolean kid(String text) {
    var body = body(text);
    return text.endsWith("-")
        ? CheckDigits.mod11(body) == 10
        : last(text) == CheckDigits.luhn(body) || last(text) == CheckDigits.mod11(body);
  }

  private static boolean fik(String text) {
    var digits = text.substring(text.indexOf('<') + 1).replaceAll("\\+.*", "");
    return last(digits) == CheckDigits.luhn(body(digits));
  }

  private static String body(String digits) {
    return digits.substring(0, digits.length() - 1);
  }

  private static int last(String digits) {
    return digits.charAt(digits.length() - 1) - '0';
  }
}
