/**
 * What is owed: invoices, credit notes, receipts, charges, and the append-only postings between them. A balance is never stored,
 * it is the sum of postings up to a day. The database holds the invariants (money of one currency, nothing used beyond
 * its amount on any day); this module says its refusals in sentences. It never decides what to do about a debt.
 */
@ApplicationModule(allowedDependencies = {"kernel", "database", "matching"})
@NullMarked
package io.duly.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
