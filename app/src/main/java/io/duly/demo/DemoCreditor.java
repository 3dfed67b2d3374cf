package io.duly.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * A creditor of the portfolio.
 *
 * @param policy the name of the policy it follows
 * @param terms its versions, the oldest first
 */
record DemoCreditor(String name, Land land, String policy, List<Terms> terms, List<DemoDebtor> debtors) {

  record Terms(String version, LocalDate validFrom, int paymentDays, String interest, String text) {}
}
