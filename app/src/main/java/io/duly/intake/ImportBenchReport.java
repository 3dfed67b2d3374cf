package io.duly.intake;

/**
 * What a benchmark of the import measured; all times in seconds of wall time.
 *
 * @param rows of the file of invoices
 * @param before invoices that the database held already
 * @param copySeconds one COPY of the same invoices into a table with the same columns and indexes, nothing else
 * @param invoiceSeconds the file of invoices taken in, from the first byte looked at to the commit
 * @param rowsPerSecond of the file of invoices
 * @param ratioToCopy {@code invoiceSeconds} to {@code copySeconds}
 * @param againSeconds both files once more
 * @param againChanged rows of any table that they changed then
 * @param peakMemoryMiB of the Java process, as the system counts it
 */
public record ImportBenchReport(
    int rows,
    int debtors,
    int before,
    double copySeconds,
    double debtorSeconds,
    double invoiceSeconds,
    long rowsPerSecond,
    double ratioToCopy,
    double againSeconds,
    long againChanged,
    long peakMemoryMiB) {}
