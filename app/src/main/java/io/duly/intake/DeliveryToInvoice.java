package io.duly.intake;

/**
 * How long it took from delivery to invoice (P04), over the invoices of a file that say both.
 *
 * @param averageDays to one decimal
 * @param late how many came later than {@code lateAfter} days
 */
public record DeliveryToInvoice(long invoices, double averageDays, long longestDays, long late, int lateAfter) {}
