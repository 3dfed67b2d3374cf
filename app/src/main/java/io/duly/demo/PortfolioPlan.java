package io.duly.demo;

import java.util.List;

/** What the portfolio is to consist of. */
final class PortfolioPlan {
  static final int INVOICES = 3000;
  static final int FIRST_TERMS_DAYS = 1100;
  static final int SECOND_TERMS_DAYS = 320;

  /**
   * A creditor to be made up.
   *
   * @param prefix of its invoice numbers
   */
  record Creditor(String name, String country, String policy, String prefix, int paymentDays, List<Group> groups) {}

  /** So many debtors in a country. */
  record Group(String country, int debtors, boolean consumers) {
    Group(String country, int debtors) {
      this(country, debtors, false);
    }
  }

  static final List<Creditor> CREDITORS =
      List.of(
          new Creditor(
              "Brightwell Supplies Ltd", "GB", "standard", "INV-", 30,
              List.of(new Group("GB", 120), new Group("FR", 20), new Group("NL", 20))),
          new Creditor(
              "Hartmann Verpackungen GmbH", "DE", "firm", "RE-", 14,
              List.of(
                  new Group("DE", 90), new Group("FR", 25), new Group("IT", 20), new Group("ES", 15), new Group("NL", 10))),
          // The client of an agency, with customers far away and at home.
          new Creditor(
              "Meridian Hearing B.V.", "NL", "gentle", "MH", 21,
              List.of(
                  new Group("JP", 30), new Group("KW", 15), new Group("ES", 20, true), new Group("NL", 15, true))));

  private PortfolioPlan() {}
}
