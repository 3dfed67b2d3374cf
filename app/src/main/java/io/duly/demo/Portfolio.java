package io.duly.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that is made up: who owes, what was invoiced, and what was paid when.
 *
 * @param endsOn the business date up to which invoices were issued; payments go on after it
 */
record Portfolio(long seed, LocalDate endsOn, List<DemoCreditor> creditors) {

  Stream<DemoDebtor> debtors() {
    return creditors.stream().flatMap(creditor -> creditor.debtors().stream());
  }

  Stream<DemoInvoice> invoices() {
    return debtors().flatMap(debtor -> debtor.invoices().stream());
  }
}
