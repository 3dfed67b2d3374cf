/**
 * Files in: debtors, invoices, credit notes and receipts from CSV as other programs write it. Columns are found by their
 * names, formats by looking at whole columns; bad rows are set aside whole, good ones go in, one file is one
 * transaction. The lint (P03) and the days from delivery to invoice (P04) are computed on the way. Nothing here decides
 * what is to be done about a debt.
 */
@ApplicationModule(allowedDependencies = {"kernel", "identifiers", "phones", "matching", "strategy", "database", "bench", "journal", "parties", "ledger", "cases", "corrections", "rounds"})
@NullMarked
package io.duly.intake;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
