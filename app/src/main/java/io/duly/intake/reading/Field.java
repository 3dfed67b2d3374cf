package io.duly.intake.reading;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a cell of a row can say. The words are those of maps and of findings. */
public enum Field {
  CREDITOR("creditor", Type.TEXT, "the creditor"),
  DEBTOR_NUMBER("debtorNumber", Type.NUMBER, "the customer number"),
  DEBTOR_NAME("debtorName", Type.TEXT, "the customer's name"),
  STREET("street", Type.TEXT, "the street"),
  POSTAL_CODE("postalCode", Type.NUMBER, "the postal code"),
  CITY("city", Type.TEXT, "the city"),
  REGION("region", Type.TEXT, "the region"),
  COUNTRY("country", Type.TEXT, "the country"),
  LANGUAGE("language", Type.TEXT, "the language"),
  EMAIL("email", Type.TEXT, "the e-mail address"),
  PHONE("phone", Type.TEXT, "the phone number"),
  FAX("fax", Type.TEXT, "the fax number"),
  VAT_ID("vatId", Type.NUMBER, "the VAT id"),
  DEBTOR_KIND("debtorKind", Type.TEXT, "the kind of customer"),
  SEGMENT("segment", Type.TEXT, "the segment"),
  YEARLY_VALUE("yearlyValue", Type.AMOUNT, "the value a year"),
  CUSTOMER_SINCE("customerSince", Type.DATE, "the day since when they are a customer"),
  ACCOUNT_MANAGER("accountManager", Type.TEXT, "the account manager"),
  ACCOUNT_MANAGER_EMAIL("accountManagerEmail", Type.TEXT, "the account manager's e-mail address"),
  BILLS_BY("billsBy", Type.TEXT, "the way of the invoices"),
  CONTACT("contact", Type.TEXT, "the contact person"),
  CURRENCY("currency", Type.TEXT, "the currency"),
  IBAN("iban", Type.TEXT, "the bank account"),
  NUMBER("number", Type.NUMBER, "the document number"),
  DOCUMENT_TYPE("documentType", Type.TEXT, "the type of document"),
  ISSUED_ON("issuedOn", Type.DATE, "the issue date"),
  DUE_ON("dueOn", Type.DATE, "the due date"),
  DELIVERED_ON("deliveredOn", Type.DATE, "the delivery date"),
  AMOUNT("amount", Type.AMOUNT, "the amount"),
  NET("net", Type.AMOUNT, "the net amount"),
  TAX("tax", Type.AMOUNT, "the tax"),
  OPEN_AMOUNT("openAmount", Type.AMOUNT, "the open amount"),
  ORDER_NUMBER("orderNumber", Type.NUMBER, "the order number"),
  PAYMENT_REFERENCE("paymentReference", Type.TEXT, "the payment reference"),
  TERMS("terms", Type.TEXT, "the terms"),
  DISCOUNT_PERCENT("discountPercent", Type.TEXT, "the discount for early payment"),
  DISCOUNT_UNTIL("discountUntil", Type.DATE, "the last day of the discount"),
  DISCOUNT_DAYS("discountDays", Type.TEXT, "the days of the discount"),
  SETTLED_ON("settledOn", Type.DATE, "the settlement date"),
  DISPUTED("disputed", Type.FLAG, "the dispute"),
  DISPUTE_REASON("disputeReason", Type.TEXT, "the reason of the dispute"),
  AGEING("ageing", Type.TEXT, "the ageing bucket"),
  INVOICE_NUMBER("invoiceNumber", Type.NUMBER, "the invoice it belongs to"),
  WHY("why", Type.TEXT, "the reason"),
  RECEIVED_ON("receivedOn", Type.DATE, "the day the money came"),
  RECEIPT_ID("receiptId", Type.NUMBER, "the payment's own number"),
  PAYER("payer", Type.TEXT, "the payer"),
  REFERENCE("reference", Type.TEXT, "the reference");

  private final String word;
  private final Type type;
  private final String inWords;

  /** How a value is read. */
  public enum Type {
    TEXT,
    /** Text that names something and may look like a number. */
    NUMBER,
    DATE,
    AMOUNT,
    FLAG
  }

  Field(String word, Type type, String inWords) {
    this.word = word;
    this.type = type;
    this.inWords = inWords;
  }

  public String word() {
    return word;
  }

  public Type type() {
    return type;
  }

  /** As a sentence says it: "the due date". */
  public String inWords() {
    return inWords;
  }

  /** The field of a word, as {@link #word()} says it. */
  public static Optional<Field> of(String word) {
    return named(word);
  }

  static Optional<Field> named(String word) {
    return Arrays.stream(values()).filter(field -> field.word.equalsIgnoreCase(word)).findFirst();
  }

  static String all() {
    return Arrays.stream(values()).map(Field::word).collect(Collectors.joining(", "));
  }
}
