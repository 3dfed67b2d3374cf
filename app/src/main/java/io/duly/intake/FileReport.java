package io.duly.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of one file. {@code rows} is the sum of imported, duplicates and quarantined.
 *
 * @param kind {@code debtors}, {@code invoices}, {@code creditNotes}, {@code receipts}; {@code unknown} where it was refused
 *     before that was clear
 * @param format {@code csv}
 * @param dialect separator, encoding, date order and decimal sign that were found
 * @param imported rows that brought something new
 * @param keptBack documents and payments among them that arrive on a later day
 * @param refused nothing of the file was taken in; the finding says why
 * @param findings the first thousand, in the order of the file
 * @param findingCounts how many there are of each code
 */
public record FileReport(
    String file,
    String kind,
    String format,
    String dialect,
    List<String> creditors,
    long rows,
    long imported,
    long duplicates,
    long quarantined,
    long keptBack,
    boolean refused,
    Optional<DeliveryToInvoice> deliveryToInvoiceDays,
    Map<String, Long> findingCounts,
    List<Finding> findings) {

  /** Rows were set aside, or the whole file. */
  public boolean needsAttention() {
    return refused || quarantined > 0;
  }
}
