package io.duly.intake;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What became of one file. {@code rows} is the sum of imported, duplicates and quarantined.
 *
 * @param kind debtors, invoices, creditNotes, receipts, bankStatements or eInvoices, written so; {@code unknown} where it was
 *     refused before that was clear
 * @param format {@code csv}, or what the taker of another kind calls it, such as {@code camt.053}
 * @param dialect separator, encoding, date order and decimal sign that were found
 * @param imported rows that brought something new
 * @param keptBack documents and payments among them that arrive on a later day
 * @param refused nothing of the file was taken in; the finding says why
 * @param findings the first thousand, in the order of the file
 * @param findingCounts how many there are of each code
 * @param bankStatements of a file of bank statements, what it said and brought
 * @param eInvoices of a file of electronic invoices, likewise
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
    List<Finding> findings,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<StatementsIn> bankStatements,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<EInvoicesIn> eInvoices) {
  private static final int MOST_FINDINGS = 1000;

  /**
   * The report on a file of which nothing was taken.
   *
   * @param kind as far as it was clear, else {@code unknown}
   * @param code stable, for programs
   * @param message what is wrong, where, and what to do
   */
  public static FileReport refused(Path path, String kind, String format, String code, String message) {
    return refused(path, kind, format, new Finding(Optional.empty(), Optional.empty(), code, message));
  }

  static FileReport refused(Path path, String kind, String format, Finding why) {
    return new FileReport(
        path.toString(), kind, format, "", List.of(), 0, 0, 0, 0, 0, true, Optional.empty(), Map.of(why.code(), 1L), List.of(why), Optional.empty(), Optional.empty());
  }

  /** The same for several reasons. */
  public static FileReport refused(Path path, String kind, String format, List<Finding> why) {
    return new FileReport(
        path.toString(), kind, format, "", List.of(), 0, 0, 0, 0, 0, true, Optional.empty(), counts(why), why.stream().limit(MOST_FINDINGS).toList(), Optional.empty(), Optional.empty());
  }

  private static Map<String, Long> counts(List<Finding> all) {
    var counts = new TreeMap<String, Long>();
    all.forEach(finding -> counts.merge(finding.code(), 1L, Long::sum));
    return counts;
  }

  /**
   * The report on a file that is no list and was taken in, or known already.
   *
   * @param dialect what else is to be said of how it is written; may be empty
   * @param all all findings; the first thousand are shown
   */
  public static FileReport taken(
      Path path, String kind, String format, String dialect, List<String> creditors, long imported, long duplicates, List<Finding> all) {
    return new FileReport(
        path.toString(), kind, format, dialect, creditors, imported + duplicates, imported, duplicates, 0, 0, false, Optional.empty(), counts(all),
        all.stream().limit(MOST_FINDINGS).toList(), Optional.empty(), Optional.empty());
  }

  /** The same with what the bank's statements brought. */
  public FileReport with(StatementsIn statements) {
    return new FileReport(
        file, kind, format, dialect, creditors, rows, imported, duplicates, quarantined, keptBack, refused, deliveryToInvoiceDays, findingCounts,
        findings, Optional.of(statements), eInvoices);
  }

  /**
   * The same with what the electronic invoices brought.
   *
   * @param aside how many of them were set aside
   */
  public FileReport with(EInvoicesIn invoices, long aside) {
    return new FileReport(
        file, kind, format, dialect, creditors, rows + aside, imported, duplicates, aside, keptBack, refused, deliveryToInvoiceDays, findingCounts,
        findings, bankStatements, Optional.of(invoices));
  }

  /** The same about the workbook from which the list was written out. */
  FileReport ofWorkbook(Path path) {
    return new FileReport(
        path.toString(), kind, "xlsx", dialect, creditors, rows, imported, duplicates, quarantined, keptBack, refused, deliveryToInvoiceDays, findingCounts,
        findings, bankStatements, eInvoices);
  }

  /** The same with words on how the file is written. */
  public FileReport said(String words) {
    return new FileReport(
        file, kind, format, words, creditors, rows, imported, duplicates, quarantined, keptBack, refused, deliveryToInvoiceDays, findingCounts, findings,
        bankStatements, eInvoices);
  }

  /** Rows were set aside, or the whole file. */
  public boolean needsAttention() {
    return refused || quarantined > 0;
  }
}
