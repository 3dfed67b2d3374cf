package io.duly.demo;

import io.duly.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** An invoice of the portfolio and what becomes of it, days after the portfolio's end included. */
record DemoInvoice(
    String number,
    Money gross,
    Money tax,
    LocalDate issuedOn,
    Optional<LocalDate> deliveredOn,
    LocalDate dueOn,
    Optional<String> orderNumber,
    List<Payment> payments,
    Optional<Credit> credit,
    Optional<Contest> contest) {

  DemoInvoice numbered(String given) {
    return new DemoInvoice(given, gross, tax, issuedOn, deliveredOn, dueOn, orderNumber, payments, credit, contest);
  }

  /** @param recognised the payer named the invoice, so that it could be allocated */
  record Payment(LocalDate on, Money amount, boolean recognised) {}

  record Credit(LocalDate on, Money amount, String why) {}

  /** @param upheld we were wrong, and credit the amount when we answer */
  record Contest(LocalDate on, Money amount, String why, boolean upheld) {}
}
