package io.duly.phones;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import io.duly.identifiers.Placeholder;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What was read where a telephone number should stand.
 *
 * @param number E.164; as it was given where it does not say its country; empty where nobody can be called by it
 * @param wrong what is wrong with it, as a sentence goes on: "is no telephone number"
 */
public record PhoneNumber(Optional<String> number, Optional<String> wrong) {
  private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
  private static final String NOWHERE = "ZZ";
  private static final int FEWEST_DIGITS = 5;
  private static final int LONGEST = 60;
  private static final Pattern FORM =
      Pattern.compile("(?i)(?:telefon|tel|fon|phone|mobil|t)?[.:]*\\s*([+(\\d][\\d\\s+()/.\\u00a0\\u2010-\\u2015-]*\\d\\s*(?:(?:ext|x|dw)\\.?\\s*\\d{1,6})?)");

  /** @param country ISO code of the country whose number it is where it does not begin with + or 00 */
  public static PhoneNumber read(String text, Optional<String> country) {
    var form = FORM.matcher(text.strip());
    boolean like = text.length() <= LONGEST && form.matches() && !Placeholder.is(text);
    return like ? dialled(form.group(1).replaceFirst("^00", "+"), country) : none("is no telephone number");
  }

  /** The number where an SMS may reach it: not one that its country gave to a landline or to a service. */
  public Optional<String> mobile() {
    return number.filter(text -> text.startsWith("+")).filter(PhoneNumber::takesSms);
  }

  private static boolean takesSms(String number) {
    try {
      return switch (LIBRARY.getNumberType(LIBRARY.parse(number, NOWHERE))) {
        case MOBILE, FIXED_LINE_OR_MOBILE, PERSONAL_NUMBER, UNKNOWN -> true;
        default -> false;
      };
    } catch (NumberParseException none) {
      return false;
    }
  }

  private static PhoneNumber dialled(String text, Optional<String> country) {
    try {
      var number = LIBRARY.parse(text.startsWith("+") ? text.replace("(0)", "") : text, country.orElse(NOWHERE));
      boolean possible = digits(text) >= FEWEST_DIGITS && LIBRARY.isPossibleNumber(number);
      return possible ? said(number) : none("has not as many digits as the telephone numbers of its country");
    } catch (NumberParseException wrong) {
      boolean homeless = wrong.getErrorType() == NumberParseException.ErrorType.INVALID_COUNTRY_CODE && !text.startsWith("+");
      return homeless && digits(text) >= FEWEST_DIGITS
          ? new PhoneNumber(Optional.of(text), Optional.of("does not say its country; write it as +49 30 901820"))
          : none("is no telephone number");
    }
  }

  private static PhoneNumber said(Phonenumber.PhoneNumber number) {
    var wrong = LIBRARY.isValidNumber(number) ? Optional.<String>empty() : Optional.of("is not one that its country is known to have given out");
    return new PhoneNumber(Optional.of(LIBRARY.format(number, PhoneNumberFormat.E164)), wrong);
  }

  private static long digits(String text) {
    return text.chars().filter(Character::isDigit).count();
  }

  private static PhoneNumber none(String wrong) {
    return new PhoneNumber(Optional.empty(), Optional.of(wrong));
  }
}
