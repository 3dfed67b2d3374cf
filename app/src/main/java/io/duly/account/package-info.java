/**
 * What is owed as of any day, line by line, and how each line comes about: invoices, credit notes, money and what it went
 * to, charges with their computation, contested parts, interest that ran and is not posted. The same statement is shown as
 * a page, printed as PDF, and written as CSV and JSON. Only reads.
 */
@ApplicationModule(
    allowedDependencies = {"kernel", "rules", "strategy", "database", "journal", "parties", "ledger", "cases", "charging"})
@NullMarked
package io.duly.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
