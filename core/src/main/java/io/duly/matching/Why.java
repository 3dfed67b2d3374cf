package io.duly.matching;

import java.util.List;
import java.util.Locale;

/**
 * One reason, as data; the sentence is made where it is shown.
 *
 * @param values what the sentence names, in its order
 */
public record Why(Code code, List<String> values) {

  public Why {
    values = List.copyOf(values);
  }

  static Why of(Code code, String... values) {
    return new Why(code, List.of(values));
  }

  /** What can speak for or against an explanation. */
  public enum Code {
    /** The text or a structured field has the invoice's payment reference. Values: the invoice's number, the reference. */
    REFERENCE,
    /** The text names the invoice. Values: its number, as the payer wrote it. */
    NUMBER,
    /** The text names the invoice by a part of its number. Values: its number, as the payer wrote it. */
    PART_OF_NUMBER,
    /** The text names it with one slip. Values: its number, as the payer wrote it. */
    NEARLY_NUMBER,
    /** The number lies between two that are named. Values: its number. */
    IN_RANGE,
    /** The text has the day on which the invoice was issued. Values: the day. */
    DATED,
    /** The amount is exactly what is open. Values: the amount. */
    EXACT_AMOUNT,
    /** The amount is exactly what was promised, or the instalment that is due next. Values: the amount. */
    AWAITED,
    /** The amount is exactly the sum. Values: the amount, how many invoices. */
    EXACT_SUM,
    /** Less by a discount. Values: percent, what is short. */
    DISCOUNT,
    /** Less by exactly the discount that was granted, in time. Values: what is short, the last day. */
    DISCOUNT_GRANTED,
    /** The same, so few days too late that the creditor lets it go. Values: what is short, days, the last day. */
    DISCOUNT_IN_GRACE,
    /** The same, too late. Values: what is short, days, the last day. */
    DISCOUNT_LATE,
    /** Against the debtor: what was taken too late stays owed. Values: what is short. */
    DISCOUNT_NOT_GRANTED,
    /** Less by charges. Values: what is short. */
    CHARGES,
    /** Less by charges, so small that the creditor lets them go. Values: what is short. */
    CHARGES_BORNE,
    /** Less than open. Values: what is short. */
    LESS,
    /** More than open. Values: what is left over. */
    MORE,
    /** It pays the invoice, in part by a credit note. Values: its number. */
    PAYS,
    /** A credit note was taken off. Values: its number, its amount. */
    CREDIT_NETTED,
    /** The account paid for this debtor before. Values: none. */
    KNOWN_ACCOUNT,
    /** The payer's name is the debtor's. Values: the name as it came. */
    NAME,
    /** The payer's name is like the debtor's. Values: the name as it came. */
    NAME_ALIKE,
    /** The text has the debtor's customer number. Values: the number. */
    CUSTOMER_NUMBER,
    /** Against: the account or the name is another debtor's. Values: none. */
    OTHER_PAYER,
    /** Against: another explanation is as good. Values: none. */
    RIVAL,
    /** Against: the text names what is not among the open invoices. Values: as the payer wrote it. */
    UNKNOWN_NUMBER,
    /** Against: what it names is owed in another currency. Values: the number, what is open. */
    OTHER_CURRENCY,
    /** The payer sent exactly what is open, in another currency. Values: the number, what was sent. */
    ORIGINAL_AMOUNT,
    /** Against: it names what is paid already. Values: the number. */
    PAID_ALREADY,
    /** A reference in it has wrong check digits. Values: the reference. */
    WRONG_CHECK_DIGITS,
    /** The order that the law gives. Values: what it says. */
    BY_LAW;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
