package io.duly.intake.rows;

import java.time.temporal.ChronoUnit;

/** Adds up the days from delivery to invoice (P04). */
public final class DeliveryDays {
  private long invoices;
  private long days;
  private long longest;
  private long late;

  void add(InvoiceRow invoice) {
    if (invoice.deliveredOn().isPresent() && !invoice.creditNote()) {
      long between = ChronoUnit.DAYS.between(invoice.deliveredOn().get(), invoice.issuedOn());
      invoices++;
      days += between;
      longest = Math.max(longest, between);
      late += between > InvoiceLint.LATE_AFTER_DAYS ? 1 : 0;
    }
  }

  public long invoices() {
    return invoices;
  }

  /** To one decimal. */
  public double average() {
    return invoices == 0 ? 0 : Math.round(days * 10.0 / invoices) / 10.0;
  }

  public long longest() {
    return longest;
  }

  public long late() {
    return late;
  }
}
