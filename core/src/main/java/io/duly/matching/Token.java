package io.duly.matching;

/**
 * A run of letters and digits.
 *
 * @param text in capitals
 * @param from where it stands, and {@code to} behind it
 */
record Token(String text, int from, int to, Role role, boolean digits) {

  /** What a run of characters is, by its shape and by the words before it. */
  enum Role {
    PLAIN,
    /** A word before it says that it is an invoice. */
    INVOICE,
    /** A word before it says that it is an order, a contract, a delivery. */
    ORDER,
    /** A word before it says that it is the number of a customer. */
    CUSTOMER,
    /** A date, an amount, an account, a telephone number. */
    OTHER
  }

  boolean mayNameInvoice() {
    return digits && (role == Role.PLAIN || role == Role.INVOICE);
  }
}
